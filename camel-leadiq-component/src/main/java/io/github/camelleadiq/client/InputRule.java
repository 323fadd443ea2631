/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of an operation's {@code input} beyond its schema, so that no request is wasted on it. Blank text says
 * nothing, and neither do flags, which only tell how to search.
 */
public sealed interface InputRule {

    /** Says what is wrong with the input, or nothing when it is in order. */
    Optional<String> check(JsonNode input);

    /** At least one of these members says what to look for. */
    record AnyOf(List<String> members) implements InputRule {
        @Override
        public Optional<String> check(JsonNode input) {
            return members.stream().anyMatch(member -> isGiven(input.path(member)))
                    ? Optional.empty()
                    : Optional.of("has nothing to search by: give at least one of " + String.join(", ", members));
        }
    }

    /** One of these members and no other. */
    record ExactlyOneOf(List<String> members) implements InputRule {
        @Override
        public Optional<String> check(JsonNode input) {
            long given = members.stream()
                    .filter(member -> isGiven(input.path(member)))
                    .count();
            return given == 1
                    ? Optional.empty()
                    : Optional.of("needs exactly one of " + String.join(" and ", members)
                            + (given == 0 ? ", none is given" : ", more than one is given"));
        }
    }

    /** This list has at least one item. */
    record NotEmpty(String member) implements InputRule {
        @Override
        public Optional<String> check(JsonNode input) {
            return isGiven(input.path(member)) ? Optional.empty() : Optional.of(member + " is empty: nothing to do");
        }
    }

    private static boolean isGiven(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode member : value) {
                if (isGiven(member)) {
                    return true;
                }
            }
            return false;
        }
        return value.isTextual() ? !value.textValue().isBlank() : value.isNumber();
    }
}
