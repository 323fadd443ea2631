/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import io.github.camelleadiq.client.internal.schema.UnsupportedInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the documents for one server: what is selected, and no more than that server has. */
public final class DocumentCompiler {

    private final SchemaModel model;
    private final boolean checked;
    private final LruCache<Key, CompiledDocument> cache = new LruCache<>();

    private record Key(LeadIQOperation operation, Selection selection, PageForm form) {}

    /**
     * @param model what the server has
     * @param checked whether a selection of the caller's own is held against that; not when nothing is known of the
     *     server
     */
    public DocumentCompiler(SchemaModel model, boolean checked) {
        this.model = model;
        this.checked = checked;
    }

    /**
     * The document for a selection.
     *
     * @throws InvalidInputException when the server does not have the operation, or the selection is wrong
     */
    public CompiledDocument compile(LeadIQOperation operation, Selection selection) {
        return compile(operation, selection, PageForm.AS_SELECTED);
    }

    /**
     * The document for a selection that is paged through.
     *
     * @throws InvalidInputException when the server does not have the operation, or the selection is wrong or not of
     *     something that can be paged through
     */
    public CompiledDocument compile(LeadIQOperation operation, Selection selection, PageForm form) {
        return cache.get(new Key(operation, selection, form), this::compile);
    }

    private CompiledDocument compile(Key key) {
        CompiledDocument compiled = compile(OperationDocument.of(key.operation()), key);
        if (key.form() != PageForm.AS_SELECTED) {
            requireWay(key.operation().paging().way(), compiled);
        }
        return compiled;
    }

    private CompiledDocument compile(OperationDocument document, Key key) {
        LeadIQOperation operation = key.operation();
        Selection selection = key.selection();
        String root = model.rootType(operation.kind());
        if (model.field(root, operation.graphqlName()).isEmpty()) {
            throw new UnsupportedInputException("operation", "is not offered by this server");
        }
        Field asked = PageSelection.of(asked(document, selection), operation.paging(), key.form());
        SelectionPruner pruner =
                new SelectionPruner(Schemas.union(), model, document.fragments(), guards(document, selection));
        if (selection.fields() != null && !checked) {
            // nothing is known of the server, so what the caller wrote goes out unseen
            return print(document, asked, pruner, model, operation);
        }
        Field field = pruner.pruneField(asked, root)
                .or(() -> selection.fields() == null ? pruner.bare(asked, root) : Optional.empty())
                .orElseThrow(() -> new UnsupportedInputException(
                        "fields", "would return nothing: this server has none of what was asked for"));
        return print(document, field, pruner, model, operation);
    }

    /**
     * Checks what of a selection can be checked without a server: its syntax, and the variables in it.
     *
     * @throws InvalidInputException when it is wrong
     */
    public static void checkSyntax(LeadIQOperation operation, Selection selection) {
        if (selection.fields() != null) {
            OperationDocument document = OperationDocument.of(operation);
            requireDeclared(document, Reachable.from(asked(document, selection), Map.of()));
        }
    }

    /** Without it, every page would be the first one again. */
    private static void requireWay(Paging.Way way, CompiledDocument document) {
        String variable = way.start().get(0);
        if (!document.variables().contains(variable)) {
            throw new InvalidInputException(
                    variable,
                    "is what leads to the next page, and the document does not use it: either this server does not have"
                            + " it, or fields has other arguments in its place");
        }
    }

    private static Field asked(OperationDocument document, Selection selection) {
        Field root = document.rootField();
        if (selection.fields() == null) {
            return root;
        }
        if (root.getSelectionSet() == null) {
            throw new InvalidInputException("fields", "is of no use here: the answer is a plain value");
        }
        SelectionSet fields = CustomSelection.parse(selection.fields());
        return root.transform(builder -> builder.selectionSet(fields));
    }

    private static Set<String> guards(OperationDocument document, Selection selection) {
        return selection.dataPoints() == null
                ? document.openGuards()
                : selection.dataPoints().stream().map(DataPoint::variable).collect(Collectors.toUnmodifiableSet());
    }

    private static CompiledDocument print(
            OperationDocument document,
            Field field,
            SelectionPruner pruner,
            SchemaModel model,
            LeadIQOperation operation) {
        String root = model.rootType(operation.kind());
        Reachable used = Reachable.from(field, pruner.fragments());
        requireDeclared(document, used);
        List<VariableDefinition> variables = document.arguments().stream()
                .filter(variable -> used.variables().contains(variable.getName()))
                .toList();
        OperationDefinition definition = document.operation()
                .transform(builder ->
                        builder.variableDefinitions(variables).selectionSet(new SelectionSet(List.of(field))));
        Document.Builder printed = Document.newDocument().definition(definition);
        used.fragments().forEach(printed::definition);
        Set<DataPoint> dataPoints =
                document.isBilled() ? DataPointIndex.get().of(field, used.fragments(), model, root) : Set.of();
        return new CompiledDocument(
                definition.getName(),
                AstPrinter.printAstCompact(printed.build()),
                variables.stream().map(VariableDefinition::getName).collect(Collectors.toUnmodifiableSet()),
                dataPoints,
                pruner.droppedFields(),
                Set.copyOf(pruner.unsupportedVariables()),
                AnswerShape.of(field, used.fragments(), operation, !dataPoints.isEmpty()),
                new BatchTemplate(definition, used.fragments(), resultType(field, model, root)));
    }

    private static String resultType(Field field, SchemaModel model, String root) {
        return SchemaModel.nameOf(
                model.field(root, field.getName()).orElseThrow().getType());
    }

    private static void requireDeclared(OperationDocument document, Reachable used) {
        used.variables().stream()
                .filter(variable -> document.argument(variable).isEmpty())
                .findFirst()
                .ifPresent(variable -> {
                    throw new InvalidInputException(
                            "fields", "uses $" + variable + ", which the operation does not have");
                });
    }
}
