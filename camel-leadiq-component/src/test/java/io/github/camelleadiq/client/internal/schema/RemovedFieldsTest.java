/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.DocumentVisitor;
import graphql.validation.LanguageTraversal;
import graphql.validation.TraversalContext;
import graphql.validation.Validator;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.document.DocumentCompiler;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes a field away breaks nothing but what is about that field. */
@Tag("any-platform")
class RemovedFieldsTest {

    private static final Document LIVE = TestSchemas.document(SchemaDialect.LIVE);
    private static final GraphQLSchema SERVER = TestSchemas.graphql(LIVE);
    private static final List<Selection> SELECTIONS =
            List.of(Selection.DEFAULT, Selection.of(EnumSet.allOf(DataPoint.class)));
    private static final Map<Asked, String> WHOLE = whole();

    private record Asked(LeadIQOperation operation, Selection selection) {}

    private static Map<Asked, String> whole() {
        DocumentCompiler compiler = new DocumentCompiler(TestSchemas.model(LIVE), true);
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
        DocumentCompiler compiler = new DocumentCompiler(TestSchemas.model(reduced), true);
        boolean isRoot = type.equals("Query") || type.equals("Mutation");

        for (LeadIQOperation operation : LeadIQOperation.values()) {
            if (isRoot && operation.graphqlName().equals(field)) {
                assertThatThrownBy(() -> compiler.compile(operation, Selection.DEFAULT))
                        .hasMessageContaining("not offered");
                continue;
            }
            for (Selection selection : SELECTIONS) {
                String text = compiler.compile(operation, selection).text();
                // what is valid with the field, and does without it, is valid without it
                if (!text.equals(WHOLE.get(new Asked(operation, selection)))) {
                    requireValid(text);
                }
                if (Arrays.asList(text.split("\\W+")).contains(field)) {
                    assertThat(fields(text)).doesNotContain(type + "." + field);
                }
            }
        }
    }

    private static void requireValid(String text) {
        assertThat(new Validator().validateDocument(SERVER, Parser.parse(text), Locale.ENGLISH))
                .as(text)
                .isEmpty();
    }

    /** Every field that a document asks for, as {@code Type.field}. */
    @SuppressWarnings("rawtypes") // graphql-java's visitor takes nodes raw
    private static Set<String> fields(String text) {
        Set<String> fields = new HashSet<>();
        TraversalContext types = new TraversalContext(SERVER);
        new LanguageTraversal().traverse(Parser.parse(text), new DocumentVisitor() {
            @Override
            public void enter(Node node, List<Node> ancestors) {
                types.enter(node, ancestors);
                if (node instanceof Field field) {
                    fields.add(types.getParentType().getName() + "." + field.getName());
                }
            }

            @Override
            public void leave(Node node, List<Node> ancestors) {
                types.leave(node, ancestors);
            }
        });
        return fields;
    }
}
