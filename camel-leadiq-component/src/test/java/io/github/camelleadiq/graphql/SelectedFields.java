/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.graphql;

import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a document asks for once its guards have values, each field as {@code Type.field}.
 *
 * <p>It collects fields as a server does: guards are resolved, fragments are spread, equal fields are merged.
 */
final class SelectedFields {

    /** What leads to employers before the present one. */
    private static final Set<String> PAST = Set.of("pastPositions", "previousPosition");

    private final Set<String> selected = new TreeSet<>();
    private final Set<String> selectedOfPast = new TreeSet<>();
    private final Set<String> omittedOfPast = new TreeSet<>();
    private int past;
    private final Set<String> omitted = new TreeSet<>();
    private final Set<String> hollow = new TreeSet<>();
    private final Set<GraphQLObjectType> implementors = new LinkedHashSet<>();
    private final Document document;
    private final GraphQLSchema schema;
    private final Map<String, Boolean> guards;

    private SelectedFields(Document document, GraphQLSchema schema, Map<String, Boolean> guards) {
        this.document = document;
        this.schema = schema;
        this.guards = guards;
    }

    static SelectedFields of(Document document, GraphQLSchema schema, Map<String, Boolean> guards) {
        SelectedFields fields = new SelectedFields(document, schema, guards);
        OperationDefinition operation =
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        GraphQLObjectType root = operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? schema.getMutationType()
                : schema.getQueryType();
        fields.collect(root, List.of(operation.getSelectionSet()))
                .forEach((name, nodes) -> fields.visit(root.getFieldDefinition(name), nodes));
        fields.implementors.forEach(fields::omitWhatIsSelectedNowhere);
        return fields;
    }

    /** Every field that the document asks for. */
    Set<String> selected() {
        return selected;
    }

    /** Every field that the document asks for about past positions. */
    Set<String> selectedOfPast() {
        return selectedOfPast;
    }

    /** Every field that is left out about past positions. */
    Set<String> omittedOfPast() {
        return omittedOfPast;
    }

    /** Every field that is left out at some place where its type is asked for, past positions aside. */
    Set<String> omitted() {
        return omitted;
    }

    /** Every field of a composite type that is asked for without anything in it. */
    Set<String> hollow() {
        return hollow;
    }

    private void visit(GraphQLFieldDefinition field, List<Field> nodes) {
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType type)) {
            return;
        }
        List<SelectionSet> sets = nodes.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        if (type instanceof GraphQLUnionType union) {
            union.getTypes().forEach(member -> visitType((GraphQLObjectType) member, sets));
        } else {
            visitType((GraphQLFieldsContainer) type, sets);
        }
        if (type instanceof GraphQLInterfaceType common) {
            implementors.addAll(schema.getImplementations(common));
        }
    }

    private void visitType(GraphQLFieldsContainer type, List<SelectionSet> sets) {
        Map<String, List<Field>> fields = collect(type, sets);
        if (fields.isEmpty()) {
            hollow.add(type.getName());
        }
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            String coordinate = type.getName() + "." + field.getName();
            List<Field> nodes = fields.get(field.getName());
            if (nodes == null) {
                (past > 0 ? omittedOfPast : omitted).add(coordinate);
            } else {
                selected.add(coordinate);
                if (past > 0) {
                    selectedOfPast.add(coordinate);
                }
                past += PAST.contains(field.getName()) ? 1 : 0;
                visit(field, nodes);
                past -= PAST.contains(field.getName()) ? 1 : 0;
            }
        }
    }

    /** An interface is asked for by its own fields; what its implementors have beyond them may come from another place. */
    private void omitWhatIsSelectedNowhere(GraphQLObjectType type) {
        Set<String> common = new TreeSet<>();
        type.getInterfaces().forEach(parent -> ((GraphQLInterfaceType) parent)
                .getFieldDefinitions()
                .forEach(field -> common.add(field.getName())));
        type.getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> !common.contains(name))
                .map(name -> type.getName() + "." + name)
                .filter(coordinate -> !selected.contains(coordinate))
                .forEach(omitted::add);
    }

    private Map<String, List<Field>> collect(GraphQLNamedType type, List<SelectionSet> sets) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        sets.forEach(set -> collect(type, set, fields));
        return fields;
    }

    private void collect(GraphQLNamedType type, SelectionSet set, Map<String, List<Field>> fields) {
        for (Selection<?> selection : set.getSelections()) {
            if (!isIncluded((DirectivesContainer<?>) selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field);
            } else if (selection instanceof InlineFragment fragment) {
                TypeName condition = fragment.getTypeCondition();
                if (condition == null || condition.getName().equals(type.getName())) {
                    collect(type, fragment.getSelectionSet(), fields);
                }
            } else if (selection instanceof FragmentSpread spread) {
                collect(type, fragment(spread.getName()).getSelectionSet(), fields);
            }
        }
    }

    private FragmentDefinition fragment(String name) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment
                    && fragment.getName().equals(name)) {
                return fragment;
            }
        }
        throw new AssertionError("no fragment " + name);
    }

    private boolean isIncluded(DirectivesContainer<?> selection) {
        return selection.getDirectives("include").stream().allMatch(this::holds);
    }

    private boolean holds(Directive include) {
        Value<?> condition = include.getArgument("if").getValue();
        return condition instanceof VariableReference variable
                ? guards.get(variable.getName())
                : ((BooleanValue) condition).isValue();
    }
}
