/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the document that selects everything a root field has, five levels deep where types recur. */
final class FullSelection {
    /** Values for required arguments below the root. */
    private static final Map<String, String> REQUIRED = Map.of("first", "10");

    private final GraphQLSchema schema;
    private final Set<String> selected = new HashSet<>();

    FullSelection(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Names of all {@code type.field} selected so far. */
    Set<String> selected() {
        return selected;
    }

    String of(GraphQLType type) {
        return of(type, new ArrayList<>());
    }

    private String of(GraphQLType type, List<String> path) {
        GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
        String name = ((graphql.schema.GraphQLNamedType) bare).getName();
        if (bare instanceof GraphQLUnionType union) {
            StringBuilder text = new StringBuilder(" { __typename");
            union.getTypes()
                    .forEach(t -> text.append(" ... on ").append(t.getName()).append(of(t, path)));
            return text.append(" }").toString();
        }
        if (!(bare instanceof GraphQLFieldsContainer container)) {
            return "";
        }
        List<String> deeper = new ArrayList<>(path);
        deeper.add(name);
        StringBuilder text = new StringBuilder(" { __typename");
        for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
            String target = ((graphql.schema.GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
            boolean recurs = deeper.contains(target);
            if (!recurs) {
                selected.add(name + "." + field.getName());
                text.append(' ')
                        .append(field.getName())
                        .append(arguments(field))
                        .append(of(field.getType(), deeper));
            }
        }
        if (bare instanceof GraphQLInterfaceType contract) {
            for (GraphQLObjectType t : schema.getImplementations(contract)) {
                text.append(" ... on ").append(t.getName()).append(" { ");
                t.getFieldDefinitions().stream()
                        .filter(f -> GraphQLTypeUtil.unwrapAll(f.getType()) instanceof graphql.schema.GraphQLScalarType)
                        .filter(f -> contract.getFieldDefinition(f.getName()) == null)
                        .forEach(f -> text.append(t.getName())
                                .append(f.getName())
                                .append(": ")
                                .append(f.getName())
                                .append(' '));
                text.append("__typename }");
            }
        }
        return text.append(" }").toString();
    }

    private static String arguments(GraphQLFieldDefinition field) {
        List<String> given = field.getArguments().stream()
                .filter(a -> GraphQLTypeUtil.isNonNull(a.getType()))
                .map(GraphQLArgument::getName)
                .map(name -> name + ": " + REQUIRED.get(name))
                .toList();
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }
}
