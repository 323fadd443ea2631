/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a selection, with everything that is selected below it.
 *
 * <p>Kept answers have their members under {@link #key()}, which says the same for everybody, whatever aliases the
 * selection gave.
 *
 * @param alias the name that its value has in the answer
 * @param key the field's name, followed by its arguments if it has any
 * @param name the field's name
 * @param arguments its arguments as they are written
 * @param below what is selected of its value; empty for a scalar
 */
record SelectedField(String alias, String key, String name, List<Argument> arguments, List<SelectedField> below) {

    /** A field without alias, arguments and selection. */
    static SelectedField scalar(String name) {
        return new SelectedField(name, name, name, List.of(), List.of());
    }

    SelectedField with(String newAlias, List<SelectedField> newBelow) {
        return new SelectedField(newAlias, key, name, arguments, newBelow);
    }

    /** An answer to this selection as it is kept; nothing when the answer lacks something that was selected. */
    Optional<JsonNode> kept(JsonNode answer) {
        return Optional.ofNullable(translate(answer, SelectedField::alias, SelectedField::key));
    }

    /** The answer to this selection out of what is kept, and no more; nothing when something of it is not kept. */
    Optional<JsonNode> answer(JsonNode kept) {
        return Optional.ofNullable(translate(kept, SelectedField::key, SelectedField::alias));
    }

    /** The field as it stands in a document. */
    Field toField() {
        return Field.newField(name)
                .alias(alias.equals(name) ? null : alias)
                .arguments(arguments)
                .selectionSet(
                        below.isEmpty()
                                ? null
                                : new SelectionSet(below.stream()
                                        .map(SelectedField::toField)
                                        .toList()))
                .build();
    }

    private JsonNode translate(
            JsonNode value, Function<SelectedField, String> from, Function<SelectedField, String> to) {
        if (below.isEmpty() || value.isNull()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(value.size());
            for (JsonNode item : value) {
                JsonNode translated = translate(item, from, to);
                if (translated == null) {
                    return null;
                }
                items.add(translated);
            }
            return items;
        }
        return value.isObject() ? translateMembers(value, from, to) : null;
    }

    private ObjectNode translateMembers(
            JsonNode value, Function<SelectedField, String> from, Function<SelectedField, String> to) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (SelectedField field : below) {
            JsonNode member = value.get(from.apply(field));
            JsonNode translated = member == null ? null : field.translate(member, from, to);
            if (translated == null) {
                return null;
            }
            JsonNode before = members.get(to.apply(field));
            members.set(to.apply(field), before == null ? translated : overlay(before, translated));
        }
        return members;
    }

    /** Two views of the same value: a field can be selected under two aliases with different fields below. */
    private static JsonNode overlay(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object && other.isObject()) {
            other.fields().forEachRemaining(member -> {
                JsonNode before = object.get(member.getKey());
                object.set(member.getKey(), before == null ? member.getValue() : overlay(before, member.getValue()));
            });
        } else if (one instanceof ArrayNode array && other.size() == array.size()) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, overlay(array.get(i), other.get(i)));
            }
        }
        return one;
    }
}
