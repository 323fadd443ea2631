/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A value for every type, for fields that the simulator has nothing particular to say about. */
final class DefaultValues {
    private static final Map<String, Object> SCALARS = Map.ofEntries(
            Map.entry("Int", 1),
            Map.entry("Float", 1.0),
            Map.entry("Boolean", false),
            Map.entry("Long", 1L),
            Map.entry("BigDecimal", new BigDecimal("1.0")),
            Map.entry("ZonedDateTime", Instant.parse("2026-01-15T10:30:00Z")),
            Map.entry("Instant", Instant.parse("2026-01-15T10:30:00Z")),
            Map.entry("LocalDate", LocalDate.of(2026, 1, 15)),
            Map.entry("Json", Map.of()));

    private DefaultValues() {}

    static Object of(String field, GraphQLType type, GraphQLSchema schema) {
        GraphQLType bare = type instanceof GraphQLNonNull required ? required.getWrappedType() : type;
        if (bare instanceof GraphQLList list) {
            return List.of(of(field, list.getWrappedType(), schema));
        }
        if (bare instanceof GraphQLEnumType enumeration) {
            return enumeration.getValues().get(0).getValue();
        }
        if (bare instanceof GraphQLUnionType union) {
            return new Variant(union.getTypes().get(0).getName(), Map.of());
        }
        if (bare instanceof GraphQLInterfaceType contract) {
            return new Variant(schema.getImplementations(contract).get(0).getName(), Map.of());
        }
        String name = GraphQLTypeUtil.unwrapAll(bare).getName();
        if (name.equals("String") || name.equals("ID") || name.equals("Cursor")) {
            return "sample-" + field;
        }
        // an object without a value of its own: its fields have defaults in turn
        return SCALARS.getOrDefault(name, Map.of());
    }
}
