/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Makes documents that run lookups of one operation together: an alias and an input variable for each, and each
 * selection only once, as a fragment, however many lookups ask for it. All other variables are shared.
 *
 * <p>That keeps a document small, which matters: graphql-java, for one, refuses documents of more than 15,000 tokens
 * (https://www.graphql-java.com/documentation/limits/).
 */
public final class BatchTemplate {

    /** The variable that differs from one lookup to the next. */
    public static final String INPUT = "input";

    /** Fragments of different selections meet in a document, and each needs a name of its own. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static final String FRAGMENT = "LookedUp";

    /** Stands where the number of the lookup belongs; no document has it. */
    private static final String NUMBER = "\uE000";

    private final OperationDefinition operation;
    private final List<FragmentDefinition> fragments;
    private final String resultType;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private volatile Parts parts;

    /**
     * What a document is put together from.
     *
     * @param lookup one lookup, with {@link #NUMBER}
     * @param input the definition of its variable, with {@link #NUMBER}; empty if it has none
     * @param shared the definitions of all other variables
     * @param fragments the selection
     */
    private record Parts(String lookup, String input, List<String> shared, String fragments) {}

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

    /** The document for so many lookups with this selection. */
    public String text(int size) {
        return texts.computeIfAbsent(size, any -> text(Collections.nCopies(size, this)));
    }

    /**
     * The document for lookups with different selections.
     *
     * @param lookups the template of each, all of one operation
     */
    public static String text(List<BatchTemplate> lookups) {
        StringBuilder selections = new StringBuilder();
        Set<String> variables = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        Set<String> fragments = new LinkedHashSet<>();
        for (int i = 0; i < lookups.size(); i++) {
            Parts parts = lookups.get(i).parts();
            String number = Integer.toString(i);
            if (!parts.input().isEmpty()) {
                variables.add(parts.input().replace(NUMBER, number));
            }
            shared.addAll(parts.shared());
            fragments.add(parts.fragments());
            selections.append(i == 0 ? "" : " ").append(parts.lookup().replace(NUMBER, number));
        }
        variables.addAll(shared);
        OperationDefinition operation = lookups.get(0).operation;
        return operation.getOperation().name().toLowerCase(Locale.ROOT)
                + " "
                + lookups.get(0).operationName()
                + (variables.isEmpty() ? "" : "(" + String.join(",", variables) + ")")
                + " {" + selections + "} " + String.join(" ", fragments);
    }

    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = print("_" + NUMBERS.incrementAndGet());
            parts = known;
        }
        return known;
    }

    /** @param suffix makes the names of the fragments different from those of all other templates */
    private Parts print(String suffix) {
        Field root = (Field) operation.getSelectionSet().getSelections().get(0);
        Field lookup = root.transform(builder -> builder.alias("r" + NUMBER)
                .arguments(arguments(root))
                .selectionSet(new SelectionSet(List.of(new FragmentSpread(FRAGMENT + suffix)))));
        String input = operation.getVariableDefinitions().stream()
                .filter(variable -> variable.getName().equals(INPUT))
                .map(variable ->
                        AstPrinter.printAstCompact(variable.transform(builder -> builder.name(INPUT + NUMBER))))
                .findFirst()
                .orElse("");
        List<String> shared = operation.getVariableDefinitions().stream()
                .filter(variable -> !variable.getName().equals(INPUT))
                .map(VariableDefinition.class::cast)
                .map(AstPrinter::printAstCompact)
                .toList();
        List<FragmentDefinition> printed = new ArrayList<>();
        printed.add(FragmentDefinition.newFragmentDefinition()
                .name(FRAGMENT)
                .typeCondition(new TypeName(resultType))
                .selectionSet(root.getSelectionSet())
                .build());
        printed.addAll(fragments);
        return new Parts(
                AstPrinter.printAstCompact(lookup),
                input,
                shared,
                printed.stream()
                        .map(fragment -> AstPrinter.printAstCompact(renamed(fragment, suffix)))
                        .collect(Collectors.joining(" ")));
    }

    private static List<Argument> arguments(Field root) {
        return root.getArguments().stream()
                .map(argument -> argument.getValue() instanceof VariableReference variable
                                && variable.getName().equals(INPUT)
                        ? argument.transform(builder -> builder.value(new VariableReference(INPUT + NUMBER)))
                        : argument)
                .toList();
    }

    private static Node<?> renamed(FragmentDefinition fragment, String suffix) {
        return new AstTransformer().transform(fragment, new NodeVisitorStub() {
            @Override
            public TraversalControl visitFragmentDefinition(FragmentDefinition node, TraverserContext<Node> context) {
                return TreeTransformerUtil.changeNode(
                        context, node.transform(builder -> builder.name(node.getName() + suffix)));
            }

            @Override
            public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> context) {
                return TreeTransformerUtil.changeNode(
                        context, node.transform(builder -> builder.name(node.getName() + suffix)));
            }
        });
    }
}
