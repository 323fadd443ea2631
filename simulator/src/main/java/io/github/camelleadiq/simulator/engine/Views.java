/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the fields of each GraphQL type are read off the records of the simulator. */
final class Views {
    /** Reads a field off a record; the environment is made only when asked for. */
    @FunctionalInterface
    interface Getter<T> {
        Object get(T source, Supplier<DataFetchingEnvironment> environment);
    }

    private static final Map<String, Map<String, Getter<Object>>> ALL = new HashMap<>();

    static {
        PersonViews.register();
        SearchViews.register();
        CompanyViews.register();
        TrackingViews.register();
        ListViews.register();
    }

    private Views() {}

    /** Null if there is no view of that field. */
    static Getter<Object> find(String type, String field) {
        return ALL.getOrDefault(type, Map.of()).get(field);
    }

    static <T> View<T> of(String type, Class<T> source) {
        return new View<>(ALL.computeIfAbsent(type, t -> new HashMap<>()), source);
    }

    /** The fields of one GraphQL type, read off one kind of record. */
    static final class View<T> {
        private final Map<String, Getter<Object>> fields;
        private final Class<T> source;

        private View(Map<String, Getter<Object>> fields, Class<T> source) {
            this.fields = fields;
            this.source = source;
        }

        View<T> with(String field, Function<T, ?> getter) {
            fields.put(field, (object, env) -> getter.apply(source.cast(object)));
            return this;
        }

        View<T> withArguments(String field, Getter<T> getter) {
            fields.put(field, (object, env) -> getter.get(source.cast(object), env));
            return this;
        }
    }
}
