/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checks input values against a schema before anything is sent, as a GraphQL server would, and says where and what is
 * wrong without repeating the value. A null counts as not given.
 */
public final class InputCoercion {

    /** No name, title or address is longer; what is, is not data but an accident. */
    private static final int MAXIMUM_TEXT_LENGTH = 10_000;

    private static final int SHOWN_NAME_LENGTH = 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final SchemaModel schema;

    public InputCoercion(SchemaModel schema) {
        this.schema = schema;
    }

    /**
     * The value to send.
     *
     * @return null when nothing is given for an optional type
     * @throws InvalidInputException when the value does not fit the type
     */
    public JsonNode coerce(Type<?> type, JsonNode value, String path) {
        if (type instanceof NonNullType nonNull) {
            JsonNode coerced = coerce(nonNull.getType(), value, path);
            if (coerced == null) {
                throw new InvalidInputException(path, "is required");
            }
            return coerced;
        }
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        return type instanceof ListType list
                ? coerceList(list, value, path)
                : coerceNamed((TypeName) type, value, path);
    }

    /**
     * Reads the text of an endpoint option: numbers and flags are read as the type wants them, list items are separated
     * by commas.
     */
    public JsonNode coerceText(Type<?> type, String text, String path) {
        if (type instanceof NonNullType nonNull) {
            return coerceText(nonNull.getType(), text, path);
        }
        if (type instanceof ListType list) {
            ArrayNode items = NODES.arrayNode();
            for (String item : text.split(",")) {
                items.add(coerceText(list.getType(), item.trim(), path));
            }
            return items;
        }
        String name = ((TypeName) type).getName();
        if (schema.enumValues(name).isPresent()) {
            return coerce(type, NODES.textNode(text), path);
        }
        if (schema.isInputObject(name)) {
            throw new InvalidInputException(
                    path, "has members: give one of those, such as " + path + "." + firstMember(name));
        }
        Optional<InputScalar> scalar = InputScalar.find(name);
        return scalar.isPresent() ? require(scalar.get(), scalar.get().read(text), path) : NODES.textNode(text);
    }

    /**
     * The type of the value that a dotted path such as {@code company.domain} leads to.
     *
     * @throws InvalidInputException when the path leads nowhere
     */
    public Type<?> typeAt(Type<?> root, List<String> members, String rootPath) {
        Type<?> type = root;
        String path = rootPath;
        for (String member : members) {
            String name = SchemaModel.nameOf(type);
            path = path + "." + member;
            String at = path;
            type = schema.inputField(name, member)
                    .orElseThrow(() -> unknownMember(name, member, at))
                    .getType();
        }
        return type;
    }

    private JsonNode coerceList(ListType list, JsonNode value, String path) {
        ArrayNode items = NODES.arrayNode();
        if (!value.isArray()) {
            // GraphQL takes a single value for a list of one
            items.add(coerce(list.getType(), value, path));
            return items;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = coerce(list.getType(), value.get(i), path + "[" + i + "]");
            items.add(item == null ? NODES.nullNode() : item);
        }
        return items;
    }

    private JsonNode coerceNamed(TypeName type, JsonNode value, String path) {
        Optional<List<String>> values = schema.enumValues(type.getName());
        if (values.isPresent()) {
            return coerceEnum(type.getName(), values.get(), value, path);
        }
        if (schema.isInputObject(type.getName())) {
            return coerceObject(type.getName(), value, path);
        }
        InputScalar scalar = InputScalar.find(type.getName())
                .orElseThrow(() -> new InvalidInputException(path, "has the unknown type " + type.getName()));
        JsonNode coerced = require(scalar, scalar.read(value), path);
        if (coerced.isTextual() && coerced.textValue().length() > MAXIMUM_TEXT_LENGTH) {
            throw new InvalidInputException(path, "is longer than " + MAXIMUM_TEXT_LENGTH + " characters");
        }
        return coerced;
    }

    private static JsonNode require(InputScalar scalar, JsonNode coerced, String path) {
        if (coerced == null) {
            throw new InvalidInputException(path, "is not " + scalar.expected());
        }
        return coerced;
    }

    private JsonNode coerceEnum(String type, List<String> values, JsonNode value, String path) {
        String text = value.isTextual() ? value.textValue() : "";
        if (!values.contains(text)) {
            throw new InvalidInputException(
                    path,
                    "is not a value of " + type + suggestion(text, values, "there are " + String.join(", ", values)));
        }
        return value;
    }

    private JsonNode coerceObject(String type, JsonNode value, String path) {
        if (!value.isObject()) {
            throw new InvalidInputException(path, "is not an object with the members of " + type);
        }
        value.fieldNames().forEachRemaining(member -> {
            if (schema.inputField(type, member).isEmpty()) {
                throw unknownMember(type, member, path + "." + shown(member));
            }
        });
        ObjectNode object = NODES.objectNode();
        for (InputValueDefinition member : schema.inputFields(type)) {
            String name = member.getName();
            JsonNode given = value.get(name);
            JsonNode coerced = given == null && !(member.getType() instanceof NonNullType)
                    ? null
                    : coerce(member.getType(), given, path + "." + name);
            if (coerced != null) {
                object.set(name, coerced);
            }
        }
        return object;
    }

    private InvalidInputException unknownMember(String type, String member, String path) {
        List<String> names = schema.inputFields(type).stream()
                .map(InputValueDefinition::getName)
                .toList();
        String others = names.isEmpty() ? "it has none" : "there are " + String.join(", ", names);
        return new InvalidInputException(path, "is not a member of " + type + suggestion(member, names, others));
    }

    private String firstMember(String type) {
        return schema.inputFields(type).stream()
                .map(InputValueDefinition::getName)
                .findFirst()
                .orElse("");
    }

    private static String suggestion(String wrong, Collection<String> names, String otherwise) {
        return NearestName.of(wrong, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("; " + otherwise);
    }

    private static String shown(String name) {
        return name.length() <= SHOWN_NAME_LENGTH ? name : name.substring(0, SHOWN_NAME_LENGTH) + "...";
    }
}
