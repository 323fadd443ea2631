/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.ScalarValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what a compiled document selects, with its fragments spread out.
 *
 * <p>Conditions on types and flags are taken to hold. Where they do not, the answer lacks something that seems to be
 * selected, and is then not kept.
 */
final class SelectionReader {

    /** As many as the compiler keeps. */
    private static final int MAXIMUM_PARSED = 500;

    private final Map<String, Document> parsed = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Document> eldest) {
            return size() > MAXIMUM_PARSED;
        }
    });

    /** The root field of a document with one operation. */
    SelectedField read(String text, ObjectNode variables) {
        Document document = document(text);
        Map<String, SelectionSet> fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, FragmentDefinition::getSelectionSet));
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        return fields(List.of(operation.getSelectionSet()), fragments, variables)
                .get(0);
    }

    private Document document(String text) {
        Document document = parsed.get(text);
        if (document == null) {
            document = Parser.parse(text);
            parsed.put(text, document);
        }
        return document;
    }

    private static List<SelectedField> fields(
            List<SelectionSet> sets, Map<String, SelectionSet> fragments, ObjectNode variables) {
        Map<String, List<Field>> byAlias = new LinkedHashMap<>();
        sets.forEach(set -> collect(set, fragments, byAlias));
        List<SelectedField> fields = new ArrayList<>(byAlias.size());
        byAlias.forEach((alias, same) -> {
            Field first = same.get(0);
            List<SelectionSet> below = same.stream()
                    .map(Field::getSelectionSet)
                    .filter(Objects::nonNull)
                    .toList();
            fields.add(new SelectedField(
                    alias,
                    key(first, variables),
                    first.getName(),
                    first.getArguments(),
                    fields(below, fragments, variables)));
        });
        return fields;
    }

    private static void collect(
            SelectionSet set, Map<String, SelectionSet> fragments, Map<String, List<Field>> byAlias) {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                byAlias.computeIfAbsent(field.getResultKey(), alias -> new ArrayList<>())
                        .add(field);
            } else if (selection instanceof InlineFragment fragment) {
                collect(fragment.getSelectionSet(), fragments, byAlias);
            } else {
                collect(fragments.get(((FragmentSpread) selection).getName()), fragments, byAlias);
            }
        }
    }

    private static String key(Field field, ObjectNode variables) {
        Map<String, String> given = new TreeMap<>();
        for (Argument argument : field.getArguments()) {
            String value = text(argument.getValue(), variables);
            if (value != null) {
                given.put(argument.getName(), value);
            }
        }
        return given.isEmpty()
                ? field.getName()
                : field.getName()
                        + given.entrySet().stream()
                                .map(argument -> argument.getKey() + ":" + argument.getValue())
                                .collect(Collectors.joining(",", "(", ")"));
    }

    /** What an argument is in this call; null when it is not given. */
    private static String text(Value<?> value, ObjectNode variables) {
        if (value instanceof NullValue) {
            return null;
        }
        if (value instanceof VariableReference variable) {
            JsonNode given = variables.get(variable.getName());
            return given == null || given.isNull() ? null : given.toString();
        }
        String written = AstPrinter.printAstCompact(value);
        // a list or an object can have variables anywhere inside
        return value instanceof ScalarValue ? written : written + variables;
    }
}
