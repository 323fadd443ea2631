/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.NonNullType;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.document.CompiledDocument;
import io.github.camelleadiq.client.document.DocumentCompiler;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes a field away breaks nothing but what is about that field. */
class RemovedFieldsTest {

    private static final Document LIVE = TestSchemas.document(SchemaDialect.LIVE);
    private static final List<Selection> SELECTIONS =
            List.of(Selection.DEFAULT, Selection.of(EnumSet.allOf(DataPoint.class)));
    private static final Map<Asked, String> WHOLE = whole();

    private record Asked(LeadIQOperation operation, Selection selection) {}

    private static Map<Asked, String> whole() {
        DocumentCompiler compiler = new DocumentCompiler(new ServerSchema(TestSchemas.model(LIVE), true));
        Map<Asked, String> texts = new HashMap<>();
        for (LeadIQOperation operation : LeadIQOperation.values()) {
            for (Selection selection : SELECTIONS) {
                texts.put(
                        new Asked(operation, selection),
                        compiler.compile(operation, selection).text());
            }
        }
        return texts;
    }

    static Stream<Arguments> nullableFields() {
        return LIVE.getDefinitionsOfType(ImplementingTypeDefinition.class).stream()
                .flatMap(type -> ((List<FieldDefinition>) type.getFieldDefinitions())
                        .stream()
                                .filter(field -> !(field.getType() instanceof NonNullType))
                                .map(field -> Arguments.of(type.getName(), field.getName())));
    }

    @ParameterizedTest
    @MethodSource("nullableFields")
    void everyOtherOperationGoesOn(String type, String field) {
        Document reduced = TestSchemas.without(LIVE, type, field);
        GraphQLSchema schema = TestSchemas.graphql(reduced);
        DocumentCompiler compiler = new DocumentCompiler(new ServerSchema(TestSchemas.model(reduced), true));
        boolean isRoot = type.equals("Query") || type.equals("Mutation");

        for (LeadIQOperation operation : LeadIQOperation.values()) {
            if (isRoot && operation.graphqlName().equals(field)) {
                assertThatThrownBy(() -> compiler.compile(operation, Selection.DEFAULT))
                        .hasMessageContaining("not offered");
                continue;
            }
            for (Selection selection : SELECTIONS) {
                CompiledDocument compiled = compiler.compile(operation, selection);
                boolean unchanged = compiled.text().equals(WHOLE.get(new Asked(operation, selection)));
                // what was valid with the field is so without it, unless it is in there
                if (!unchanged || Arrays.asList(compiled.text().split("\\W+")).contains(field)) {
                    requireValid(schema, compiled);
                }
            }
        }
    }

    private static void requireValid(GraphQLSchema schema, CompiledDocument compiled) {
        assertThat(new Validator().validateDocument(schema, Parser.parse(compiled.text()), Locale.ENGLISH))
                .as(compiled.text())
                .isEmpty();
    }
}
