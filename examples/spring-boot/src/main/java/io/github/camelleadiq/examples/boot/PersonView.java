/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.boot;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;

/**
 * What the service tells of a person.
 *
 * @param name in full
 * @param title in the present position; null if not known
 * @param email at work; null if not known
 */
record PersonView(String name, String title, String email) {

    static PersonView of(PersonRecord found) {
        PositionRecord position = found.currentPositions().stream().findFirst().orElse(null);
        return new PersonView(
                found.name() == null ? null : found.name().fullName(),
                position == null ? null : position.title(),
                position == null
                        ? null
                        : position.emails().stream()
                                .map(WorkEmailRecordType::value)
                                .findFirst()
                                .orElse(null));
    }
}
