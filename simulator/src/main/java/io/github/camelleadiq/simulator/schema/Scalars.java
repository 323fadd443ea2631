/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scalars of the schema. Input is coerced strictly: what LeadIQ's types do not allow is an error, not a guess. */
final class Scalars {
    static final Map<String, GraphQLScalarType> ALL = Stream.of(
                    scalar("ZonedDateTime", Scalars::moment),
                    scalar("Instant", Scalars::moment),
                    scalar("LocalDate", value -> LocalDate.parse((String) value)),
                    scalar("Long", Scalars::wholeNumber),
                    scalar("BigDecimal", Scalars::decimal),
                    scalar("Cursor", String.class::cast),
                    scalar("Json", value -> value))
            .collect(Collectors.toUnmodifiableMap(GraphQLScalarType::getName, UnaryOperator.identity()));

    private Scalars() {}

    private static GraphQLScalarType scalar(String name, Function<Object, Object> parse) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new StrictCoercing(name, parse))
                .build();
    }

    private static Instant moment(Object value) {
        return value instanceof String text
                ? OffsetDateTime.parse(text.replaceFirst("\\[.*]$", "")).toInstant()
                : Instant.ofEpochMilli(wholeNumber(value));
    }

    private static long wholeNumber(Object value) {
        if (value instanceof BigInteger big) {
            return big.longValueExact();
        }
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("not a whole number");
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("not a number");
    }

    private record StrictCoercing(String name, Function<Object, Object> parse) implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof Instant || value instanceof LocalDate ? value.toString() : value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(input);
            } catch (RuntimeException e) {
                throw CoercingParseValueException.newCoercingParseValueException()
                        .message("Not a value of the scalar " + name)
                        .build();
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(plain(input, variables));
            } catch (RuntimeException e) {
                throw CoercingParseLiteralException.newCoercingParseLiteralException()
                        .message("Not a value of the scalar " + name)
                        .build();
            }
        }

        private static Object plain(Value<?> value, CoercedVariables variables) {
            if (value instanceof StringValue text) {
                return text.getValue();
            }
            if (value instanceof IntValue number) {
                return number.getValue();
            }
            if (value instanceof FloatValue number) {
                return number.getValue();
            }
            if (value instanceof BooleanValue truth) {
                return truth.isValue();
            }
            if (value instanceof EnumValue name) {
                return name.getName();
            }
            if (value instanceof NullValue) {
                return null;
            }
            if (value instanceof VariableReference variable) {
                return variables.get(variable.getName());
            }
            if (value instanceof ArrayValue array) {
                return array.getValues().stream().map(v -> plain(v, variables)).collect(Collectors.toList());
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            ((ObjectValue) value)
                    .getObjectFields()
                    .forEach(f -> fields.put(f.getName(), plain(f.getValue(), variables)));
            return fields;
        }
    }
}
