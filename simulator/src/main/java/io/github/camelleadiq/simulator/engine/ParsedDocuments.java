/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be said of a document before it is validated. Remembers the documents seen last. */
public final class ParsedDocuments {
    /** The tokens are those that graphql-java takes by default: https://www.graphql-java.com/documentation/limits/ */
    static final ParserOptions LIMITS = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .maxCharacters(8_000_000)
            .maxTokens(ParserOptions.MAX_QUERY_TOKENS)
            .maxWhitespaceTokens(4_000_000)
            .build();

    private static final Shape UNKNOWN = new Shape(null, 0, 0, false);

    private final BoundedMap<List<String>, Shape> shapes = new BoundedMap<>(1_000);

    /**
     * The root of one operation.
     *
     * @param operationName its name, or that of its only root field if it has none
     * @param rootFields    how many fields its root has
     * @param aliases       how many of them are aliased
     * @param introspection whether it asks for nothing but the schema
     */
    public record Shape(String operationName, int rootFields, int aliases, boolean introspection) {}

    /** The shape of the operation that would be executed; without any fields if there is none. */
    public Shape shape(String document, String operationName) {
        return shapes.get(List.of(document, operationName == null ? "" : operationName), key -> analyse(key));
    }

    private static Shape analyse(List<String> key) {
        try {
            Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(key.get(0))
                    .parserOptions(LIMITS)
                    .build());
            String wanted = key.get(1);
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(o -> wanted.isEmpty() || wanted.equals(o.getName()))
                    .findFirst()
                    .map(o -> shape(document, o))
                    .orElse(UNKNOWN);
        } catch (InvalidSyntaxException e) {
            // the engine says so in its answer
            return UNKNOWN;
        }
    }

    private static Shape shape(Document document, OperationDefinition operation) {
        List<Field> fields = new ArrayList<>();
        collect(document, operation.getSelectionSet(), fields, new HashSet<>());
        boolean introspection =
                !fields.isEmpty() && fields.stream().allMatch(f -> f.getName().startsWith("__"));
        String name = operation.getName() != null || fields.isEmpty()
                ? operation.getName()
                : fields.get(0).getName();
        int aliases = (int) fields.stream().filter(f -> f.getAlias() != null).count();
        return new Shape(name, fields.size(), aliases, introspection);
    }

    private static void collect(Document document, SelectionSet selections, List<Field> into, Set<String> seen) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                into.add(field);
            } else if (selection instanceof InlineFragment fragment) {
                collect(document, fragment.getSelectionSet(), into, seen);
            } else if (selection instanceof FragmentSpread spread && seen.add(spread.getName())) {
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(f -> f.getName().equals(spread.getName()))
                        .forEach(f -> collect(document, f.getSelectionSet(), into, seen));
            }
        }
    }
}
