/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.document;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes documents that run one lookup many times: an alias and an input variable for each, the selection only once, as a
 * fragment. All other variables are shared.
 */
public final class BatchTemplate {

    /** The variable that differs from one lookup to the next. */
    public static final String INPUT = "input";

    private static final String FRAGMENT = "LookedUp";

    private final OperationDefinition operation;
    private final List<FragmentDefinition> fragments;
    private final String resultType;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    /** @param resultType the type of the root field on this server */
    BatchTemplate(OperationDefinition operation, List<FragmentDefinition> fragments, String resultType) {
        this.operation = operation;
        this.fragments = fragments;
        this.resultType = resultType;
    }

    /** The template for another selection of the same operation, without fragments. */
    BatchTemplate of(OperationDefinition narrowed) {
        return new BatchTemplate(narrowed, List.of(), resultType);
    }

    /** The alias of the lookup with this number in an answer. */
    public static String alias(int number) {
        return "r" + number;
    }

    /** The variable for the input of the lookup with this number. */
    public static String variable(int number) {
        return INPUT + number;
    }

    public String operationName() {
        return operation.getName() + "Batch";
    }

    /** The document for so many lookups. */
    public String text(int size) {
        return texts.computeIfAbsent(size, this::print);
    }

    private String print(int size) {
        Field root = (Field) operation.getSelectionSet().getSelections().get(0);
        List<VariableDefinition> variables = new ArrayList<>();
        List<Selection<?>> lookups = new ArrayList<>();
        SelectionSet spread = new SelectionSet(List.of(new FragmentSpread(FRAGMENT)));
        for (int i = 0; i < size; i++) {
            String input = variable(i);
            String alias = alias(i);
            operation.getVariableDefinitions().stream()
                    .filter(variable -> variable.getName().equals(INPUT))
                    .forEach(variable -> variables.add(variable.transform(builder -> builder.name(input))));
            lookups.add(root.transform(builder ->
                    builder.alias(alias).arguments(arguments(root, input)).selectionSet(spread)));
        }
        operation.getVariableDefinitions().stream()
                .filter(variable -> !variable.getName().equals(INPUT))
                .forEach(variables::add);
        Document.Builder document = Document.newDocument()
                .definition(operation.transform(builder -> builder.name(operationName())
                        .variableDefinitions(variables)
                        .selectionSet(new SelectionSet(lookups))))
                .definition(FragmentDefinition.newFragmentDefinition()
                        .name(FRAGMENT)
                        .typeCondition(new TypeName(resultType))
                        .selectionSet(root.getSelectionSet())
                        .build());
        fragments.forEach(document::definition);
        return AstPrinter.printAstCompact(document.build());
    }

    private static List<Argument> arguments(Field root, String input) {
        return root.getArguments().stream()
                .map(argument -> argument.getValue() instanceof VariableReference variable
                                && variable.getName().equals(INPUT)
                        ? argument.transform(builder -> builder.value(new VariableReference(input)))
                        : argument)
                .toList();
    }
}
