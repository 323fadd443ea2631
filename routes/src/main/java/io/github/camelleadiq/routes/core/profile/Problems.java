/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers all that is wrong with one file. */
final class Problems {
    private final String file;
    private final List<ProfileError> errors = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node node, String field, String message) {
        add(node.getStartMark(), field, message);
    }

    void add(Optional<Mark> mark, String field, String message) {
        Place place = place(mark);
        errors.add(new ProfileError(file, place.line(), place.column(), field, message));
    }

    Place place(Optional<Mark> mark) {
        return new Place(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProfileException(errors.stream()
                    .sorted(Comparator.comparingInt(ProfileError::line).thenComparingInt(ProfileError::column))
                    .toList());
        }
    }
}
