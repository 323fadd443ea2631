/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents that ask for a part of what another one does. */
public final class NarrowedDocument {

    private NarrowedDocument() {}

    /**
     * The document of an operation with this selection in place of its own.
     *
     * @param selection fields that the document has, without fragments
     */
    public static CompiledDocument of(LeadIQOperation known, CompiledDocument whole, SelectionSet selection) {
        Document document = Parser.parse(whole.text());
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        Field root = rootOf(operation).transform(builder -> builder.selectionSet(selection));
        Set<String> used = new HashSet<>();
        collectVariables(root, used);
        List<VariableDefinition> variables = operation.getVariableDefinitions().stream()
                .filter(variable -> used.contains(variable.getName()))
                .toList();
        OperationDefinition narrowed = operation.transform(
                builder -> builder.variableDefinitions(variables).selectionSet(new SelectionSet(List.of(root))));
        Set<DataPoint> dataPoints = dataPoints(whole, root, operation);
        return new CompiledDocument(
                whole.operationName(),
                AstPrinter.printAstCompact(
                        Document.newDocument().definition(narrowed).build()),
                variables.stream().map(VariableDefinition::getName).collect(Collectors.toUnmodifiableSet()),
                dataPoints,
                whole.droppedFields(),
                whole.unsupportedVariables(),
                AnswerShape.of(root, List.of(), known, !dataPoints.isEmpty()),
                whole.batch().of(narrowed));
    }

    /** The selection of a document's root field, as the option {@code fields} takes it. */
    public static String selectionOf(CompiledDocument document) {
        OperationDefinition operation = Parser.parse(document.text())
                .getDefinitionsOfType(OperationDefinition.class)
                .get(0);
        return AstPrinter.printAstCompact(rootOf(operation).getSelectionSet());
    }

    /** The variables that an operation's own arguments take their values from, rather than those of fields below. */
    public static Set<String> rootVariables(LeadIQOperation operation) {
        Set<String> used = new HashSet<>();
        for (Argument argument : OperationDocument.of(operation).rootField().getArguments()) {
            collectVariables(argument, used);
        }
        return used;
    }

    /** No more than the whole buys, and all of that where a field is unknown and so could be anything. */
    private static Set<DataPoint> dataPoints(CompiledDocument whole, Field root, OperationDefinition operation) {
        Set<DataPoint> points = EnumSet.noneOf(DataPoint.class);
        points.addAll(DataPointIndex.get()
                .of(
                        root,
                        List.of(),
                        Schemas.union(),
                        operation.getOperation() == OperationDefinition.Operation.QUERY ? "Query" : "Mutation"));
        points.retainAll(whole.dataPoints());
        return points.isEmpty() ? whole.dataPoints() : Set.copyOf(points);
    }

    private static Field rootOf(OperationDefinition operation) {
        return (Field) operation.getSelectionSet().getSelections().get(0);
    }

    private static void collectVariables(Node<?> node, Set<String> names) {
        if (node instanceof VariableReference variable) {
            names.add(variable.getName());
        }
        new ArrayList<>(node.getChildren()).forEach(child -> collectVariables((Node<?>) child, names));
    }
}
