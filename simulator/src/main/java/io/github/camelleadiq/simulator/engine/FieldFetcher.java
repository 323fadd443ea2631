/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Map;
import java.util.function.Supplier;

/** Reads one field: out of a map, else by its view, else a default for its type. */
final class FieldFetcher implements LightDataFetcher<Object>, TrivialDataFetcher<Object> {
    private final String field;
    private final Views.Getter<Object> view;

    FieldFetcher(String field, Views.Getter<Object> view) {
        this.field = field;
        this.view = view;
    }

    @Override
    public Object get(GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment) {
        Object object = source instanceof Variant variant ? variant.fields() : source;
        if (object instanceof Map<?, ?> map) {
            if (map.containsKey(field)) {
                return map.get(field);
            }
        } else if (view != null) {
            return view.get(object, environment);
        }
        return DefaultValues.of(field, definition.getType(), environment.get().getGraphQLSchema());
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }
}
