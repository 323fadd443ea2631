/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML text as a tree of nodes that know their lines. Refuses what a profile never needs and what has been used to make
 * readers of YAML run out of memory: aliases, deep nesting, great length, several documents.
 */
final class Yaml {
    /** The most characters that are read. */
    static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_DEPTH = 10;

    private Yaml() {}

    /** The tree; empty after a problem, which has then been reported. */
    static Optional<Node> compose(String text, Problems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(Optional.empty(), "", "is longer than " + MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel("profile")
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            if (!isPlain(new Parse(settings).parseString(text), problems)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(Optional.empty(), "", "is empty");
            }
            return root;
        } catch (MarkedYamlEngineException failure) {
            problems.add(failure.getProblemMark(), "", "is not YAML: " + failure.getProblem());
        } catch (YamlEngineException failure) {
            problems.add(Optional.empty(), "", "is not YAML");
        }
        return Optional.empty();
    }

    /** Looks at the events before any tree is built, because building one recurses. */
    private static boolean isPlain(Iterable<Event> events, Problems problems) {
        Iterator<Event> iterator = events.iterator();
        int depth = 0;
        int documents = 0;
        while (iterator.hasNext()) {
            Event event = iterator.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            for (Rule rule : List.of(
                    new Rule(event instanceof AliasEvent, "has an alias; write the value out"),
                    new Rule(depth > MAX_DEPTH, "is nested more than " + MAX_DEPTH + " deep"),
                    new Rule(documents > 1, "has more than one document"))) {
                if (rule.broken) {
                    Optional<Mark> mark = event.getStartMark();
                    problems.add(mark, "", rule.message);
                    return false;
                }
            }
        }
        return true;
    }

    private record Rule(boolean broken, String message) {}
}
