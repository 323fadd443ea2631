/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.NearestName;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts a selection down to what was asked for and what one server has, and remembers what it met on the way. */
final class SelectionPruner {

    private static final String FIELDS = "fields";
    private static final String INCLUDE = "include";
    private static final Field TYPENAME = new Field("__typename");

    private final SchemaModel known;
    private final SchemaModel server;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> openGuards;

    private final Map<String, Optional<FragmentDefinition>> prunedFragments = new LinkedHashMap<>();
    private final Set<String> unsupportedVariables = new LinkedHashSet<>();
    private final Set<String> droppedFields = new LinkedHashSet<>();

    /** @param openGuards the guarding variables that are true; all others count as false */
    SelectionPruner(
            SchemaModel known, SchemaModel server, Map<String, FragmentDefinition> fragments, Set<String> openGuards) {
        this.known = known;
        this.server = server;
        this.fragments = fragments;
        this.openGuards = openGuards;
    }

    /** The part of a selection on this type that is left, or nothing when nothing is. */
    Optional<SelectionSet> prune(SelectionSet selections, String type) {
        List<Selection<?>> kept = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            named(selection, type, selections)
                    .flatMap(named -> pruneOne(named, type))
                    .ifPresent(kept::add);
        }
        if (kept.isEmpty() || kept.stream().allMatch(SelectionPruner::isTypename) && !asksOnlyTypename(selections)) {
            return Optional.empty();
        }
        if (server.isAbstract(type) && kept.stream().noneMatch(SelectionPruner::isTypename)) {
            kept.add(0, TYPENAME);
        }
        return Optional.of(new SelectionSet(kept));
    }

    private Optional<? extends Selection<?>> pruneOne(Selection<?> selection, String type) {
        if (selection instanceof Field field) {
            return isTypename(field) ? Optional.of(field) : pruneField(field, type);
        }
        if (selection instanceof InlineFragment fragment) {
            return pruneInline(fragment, type);
        }
        return pruneSpread((FragmentSpread) selection);
    }

    /** Prunes a field with its arguments and what is selected below it. */
    Optional<Field> pruneField(Field field, String type) {
        if (!isOpen(field.getDirectives(INCLUDE))) {
            return Optional.empty();
        }
        Optional<FieldDefinition> definition = server.field(type, field.getName());
        String fieldType =
                definition.map(found -> SchemaModel.nameOf(found.getType())).orElse(null);
        if (definition.isEmpty() || server.isComposite(fieldType) != (field.getSelectionSet() != null)) {
            drop(type, field);
            return Optional.empty();
        }
        Optional<SelectionSet> below =
                Optional.ofNullable(field.getSelectionSet()).flatMap(selections -> prune(selections, fieldType));
        if (field.getSelectionSet() != null && below.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(field.transform(builder -> builder.arguments(arguments(type, field, definition.get()))
                .directives(withoutGuards(field.getDirectives()))
                .selectionSet(below.orElse(null))));
    }

    /** The field with nothing below it: an operation whose every answer is gone from the server can still be run. */
    Optional<Field> bare(Field field, String type) {
        return pruneField(field.transform(builder -> builder.selectionSet(new SelectionSet(List.of(TYPENAME)))), type);
    }

    private Optional<InlineFragment> pruneInline(InlineFragment fragment, String type) {
        String fragmentType = Optional.ofNullable(fragment.getTypeCondition())
                .map(TypeName::getName)
                .orElse(type);
        if (!isOpen(fragment.getDirectives(INCLUDE))) {
            return Optional.empty();
        }
        if (!server.overlaps(type, fragmentType)) {
            dropFragment(type, fragmentType, fragment);
            return Optional.empty();
        }
        return prune(fragment.getSelectionSet(), fragmentType)
                .map(below -> fragment.transform(
                        builder -> builder.selectionSet(below).directives(withoutGuards(fragment.getDirectives()))));
    }

    private Optional<FragmentSpread> pruneSpread(FragmentSpread spread) {
        if (!isOpen(spread.getDirectives(INCLUDE))) {
            return Optional.empty();
        }
        Optional<FragmentDefinition> fragment = prunedFragments.get(spread.getName());
        if (fragment == null) {
            fragment = pruneFragment(spread.getName());
            prunedFragments.put(spread.getName(), fragment);
        }
        return fragment.map(
                any -> spread.transform(builder -> builder.directives(withoutGuards(spread.getDirectives()))));
    }

    private Optional<FragmentDefinition> pruneFragment(String name) {
        FragmentDefinition fragment = fragments.get(name);
        String type = fragment.getTypeCondition().getName();
        return server.hasType(type)
                ? prune(fragment.getSelectionSet(), type)
                        .map(below -> fragment.transform(builder -> builder.selectionSet(below)))
                : Optional.empty();
    }

    private List<Argument> arguments(String type, Field field, FieldDefinition definition) {
        List<Argument> kept = new ArrayList<>();
        for (Argument argument : field.getArguments()) {
            if (hasArgument(definition, argument)) {
                kept.add(argument);
            } else if (argument.getValue() instanceof VariableReference variable) {
                unsupportedVariables.add(variable.getName());
            } else {
                throw new InvalidInputException(
                        FIELDS,
                        "gives " + field.getName() + " the argument " + argument.getName() + ", which " + type + "."
                                + field.getName() + " does not have");
            }
        }
        return kept;
    }

    private static boolean hasArgument(FieldDefinition definition, Argument argument) {
        return definition.getInputValueDefinitions().stream()
                .anyMatch(input -> input.getName().equals(argument.getName()));
    }

    /**
     * The same fact by the name that the server has for it, so that it is not lost; nothing when it is asked for by that
     * name as well.
     */
    private Optional<Selection<?>> named(Selection<?> selection, String type, SelectionSet siblings) {
        if (!(selection instanceof Field field)
                || server.field(type, field.getName()).isPresent()) {
            return Optional.of(selection);
        }
        Optional<String> other = known.field(type, field.getName())
                .map(SchemaModel::property)
                .flatMap(property -> known.fields(type).stream()
                        .filter(definition -> SchemaModel.property(definition).equals(property))
                        .map(FieldDefinition::getName)
                        .filter(name -> server.field(type, name).isPresent())
                        .findFirst());
        if (other.isEmpty()) {
            return Optional.of(selection);
        }
        boolean asked = siblings.getSelectionsOfType(Field.class).stream()
                .anyMatch(sibling -> sibling.getName().equals(other.get()));
        return asked ? Optional.empty() : Optional.of(field.transform(builder -> builder.name(other.get())));
    }

    /** What another server has is dropped; what none has is a slip of the caller. */
    private void drop(String type, Field field) {
        String name = field.getName();
        FieldDefinition definition =
                known.field(type, name).or(() -> server.field(type, name)).orElseThrow(() -> unknown(type, name));
        boolean hasMembers = known.field(type, name).isPresent()
                ? known.isComposite(SchemaModel.nameOf(definition.getType()))
                : server.isComposite(SchemaModel.nameOf(definition.getType()));
        if (hasMembers != (field.getSelectionSet() != null)) {
            throw new InvalidInputException(
                    FIELDS,
                    "has " + type + "." + name
                            + (hasMembers ? " without saying which of its fields" : " with fields, and it has none"));
        }
        droppedFields.add(type + "." + name);
        unsupportedVariables.addAll(Reachable.from(field, fragments).variables());
    }

    private void dropFragment(String type, String fragmentType, InlineFragment fragment) {
        if (!known.overlaps(type, fragmentType)) {
            throw new InvalidInputException(FIELDS, "has ... on " + fragmentType + ", which no " + type + " is");
        }
        fragment.getSelectionSet().getSelectionsOfType(Field.class).stream()
                .filter(field -> !isTypename(field))
                .forEach(field -> droppedFields.add(fragmentType + "." + field.getName()));
    }

    private InvalidInputException unknown(String type, String name) {
        List<String> names = Stream.concat(server.fields(type).stream(), known.fields(type).stream())
                .map(FieldDefinition::getName)
                .distinct()
                .toList();
        return new InvalidInputException(
                FIELDS,
                "has " + name + ", which is not a field of " + type
                        + NearestName.of(name, names)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""));
    }

    private boolean isOpen(List<Directive> includes) {
        return includes.stream()
                .map(SelectionPruner::guard)
                .flatMap(Optional::stream)
                .allMatch(openGuards::contains);
    }

    private static Optional<String> guard(Directive include) {
        return include.getArgument("if").getValue() instanceof VariableReference variable
                ? Optional.of(variable.getName())
                : Optional.empty();
    }

    private static List<Directive> withoutGuards(List<Directive> directives) {
        return directives.stream()
                .filter(directive -> !directive.getName().equals(INCLUDE))
                .toList();
    }

    private static boolean isTypename(Selection<?> selection) {
        return selection instanceof Field field && field.getName().equals(TYPENAME.getName());
    }

    private static boolean asksOnlyTypename(SelectionSet selections) {
        return selections.getSelections().stream().allMatch(SelectionPruner::isTypename);
    }

    /** The fragments that are left, by name. */
    Map<String, FragmentDefinition> fragments() {
        return prunedFragments.values().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity()));
    }

    Set<String> unsupportedVariables() {
        return unsupportedVariables;
    }

    List<String> droppedFields() {
        return List.copyOf(droppedFields);
    }
}
