/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says an input, which is in order by everything that we know, in the words of one server: renames what has another
 * name there and refuses what cannot be said. Nothing is dropped in silence.
 */
public final class InputTranslation {

    private static final String COMPANY_FILTER = "CompanyFilter";

    private final SchemaModel known;
    private final SchemaModel server;

    public InputTranslation(SchemaModel known, SchemaModel server) {
        this.known = known;
        this.server = server;
    }

    /**
     * Translates in place.
     *
     * @throws InvalidInputException when this server has no words for it
     */
    public void translate(Type<?> type, JsonNode value, String path) {
        if (type instanceof NonNullType nonNull) {
            translate(nonNull.getType(), value, path);
        } else if (type instanceof ListType list && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                translate(list.getType(), value.get(i), path + "[" + i + "]");
            }
        } else if (value instanceof ObjectNode object && known.isInputObject(SchemaModel.nameOf(type))) {
            translateObject(SchemaModel.nameOf(type), object, path);
        } else {
            checkEnum(SchemaModel.nameOf(type), value, path);
        }
    }

    private void translateObject(String type, ObjectNode object, String path) {
        if (type.equals(COMPANY_FILTER) && LocationMapping.places(object).anyMatch(name -> isMissing(type, name))) {
            if (server.inputField(type, "locations").isPresent()) {
                LocationMapping.toLocations(object, path);
            } else {
                LocationMapping.toLists(object, path);
            }
        }
        for (String name : names(object)) {
            InputValueDefinition member = known.inputField(type, name).orElseThrow();
            String serverName = serverName(type, member)
                    .orElseThrow(() -> new UnsupportedInputException(
                            path + "." + name,
                            "cannot be said to this server: its schema has no such member of " + type));
            JsonNode value = object.get(name);
            if (!serverName.equals(name)) {
                object.remove(name);
                JsonNode other = object.get(serverName);
                if (other != null && !other.equals(value)) {
                    throw new InvalidInputException(
                            path + "." + name, "and " + serverName + " are the same and have different values");
                }
                object.set(serverName, value);
            }
            translate(member.getType(), value, path + "." + name);
        }
    }

    private boolean isMissing(String type, String member) {
        return server.inputField(type, member).isEmpty();
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The member's own name if the server has it, else another name of the same property. */
    private Optional<String> serverName(String type, InputValueDefinition member) {
        if (server.inputField(type, member.getName()).isPresent()) {
            return Optional.of(member.getName());
        }
        String property = SchemaModel.property(member);
        return known.inputFields(type).stream()
                .filter(other -> SchemaModel.property(other).equals(property))
                .map(InputValueDefinition::getName)
                .filter(name -> server.inputField(type, name).isPresent())
                .findFirst();
    }

    private void checkEnum(String type, JsonNode value, String path) {
        if (known.enumValues(type).isPresent()
                && !server.enumValues(type).orElse(List.of()).contains(value.asText())) {
            throw new UnsupportedInputException(
                    path, "cannot be said to this server: its " + type + " has no such value");
        }
    }
}
