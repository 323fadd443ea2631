/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.document;

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
import io.github.camelleadiq.client.schema.InvalidInputException;
import io.github.camelleadiq.client.schema.NearestName;
import io.github.camelleadiq.client.schema.SchemaModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cuts a selection down to what was asked for and what one server has, and remembers what it met on the way. */
final class SelectionPruner {

    private static final String INCLUDE = "include";
    private static final Field TYPENAME = new Field("__typename");

    private final SchemaModel known;
    private final SchemaModel server;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> openGuards;

    private final Map<String, Optional<FragmentDefinition>> prunedFragments = new LinkedHashMap<>();
    private final Set<String> usedVariables = new LinkedHashSet<>();
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
            pruneOne(selection, type).ifPresent(kept::add);
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
        if (definition.isEmpty()) {
            drop(type, field.getName());
            return Optional.empty();
        }
        String fieldType = SchemaModel.nameOf(definition.get().getType());
        if (server.isComposite(fieldType) != (field.getSelectionSet() != null)) {
            droppedFields.add(type + "." + field.getName());
            return Optional.empty();
        }
        Optional<SelectionSet> below =
                Optional.ofNullable(field.getSelectionSet()).flatMap(selections -> prune(selections, fieldType));
        if (field.getSelectionSet() != null && below.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(field.transform(builder -> builder.arguments(arguments(field, definition.get()))
                .directives(withoutGuards(field.getDirectives()))
                .selectionSet(below.orElse(null))));
    }

    private Optional<InlineFragment> pruneInline(InlineFragment fragment, String type) {
        String fragmentType = Optional.ofNullable(fragment.getTypeCondition())
                .map(TypeName::getName)
                .orElse(type);
        if (!isOpen(fragment.getDirectives(INCLUDE))
                || !server.hasType(fragmentType)
                || !server.overlaps(type, fragmentType)) {
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
        FragmentDefinition fragment = Optional.ofNullable(fragments.get(name))
                .orElseThrow(() -> new InvalidInputException("fields", "spreads the unknown fragment " + name));
        String type = fragment.getTypeCondition().getName();
        return server.hasType(type)
                ? prune(fragment.getSelectionSet(), type)
                        .map(below -> fragment.transform(builder -> builder.selectionSet(below)))
                : Optional.empty();
    }

    private List<Argument> arguments(Field field, FieldDefinition definition) {
        List<Argument> kept = new ArrayList<>();
        for (Argument argument : field.getArguments()) {
            boolean supported = definition.getInputValueDefinitions().stream()
                    .anyMatch(input -> input.getName().equals(argument.getName()));
            if (supported) {
                kept.add(argument);
            }
            if (argument.getValue() instanceof VariableReference variable) {
                (supported ? usedVariables : unsupportedVariables).add(variable.getName());
            }
        }
        return kept;
    }

    /** A fact that the server has under another name is not lost. A field that nobody knows is a slip of the caller. */
    private void drop(String type, String name) {
        Optional<FieldDefinition> definition = known.field(type, name);
        if (definition.isEmpty()) {
            List<String> names = Stream.concat(server.fields(type).stream(), known.fields(type).stream())
                    .map(FieldDefinition::getName)
                    .distinct()
                    .toList();
            throw new InvalidInputException(
                    "fields",
                    "has " + name + ", which is not a field of " + type
                            + NearestName.of(name, names)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse(""));
        }
        String property = SchemaModel.property(definition.get());
        boolean elsewhere = known.fields(type).stream()
                .filter(other -> SchemaModel.property(other).equals(property))
                .anyMatch(other -> server.field(type, other.getName()).isPresent());
        if (!elsewhere) {
            droppedFields.add(type + "." + name);
        }
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

    List<FragmentDefinition> fragments() {
        return prunedFragments.values().stream().flatMap(Optional::stream).toList();
    }

    Set<String> usedVariables() {
        return usedVariables;
    }

    Set<String> unsupportedVariables() {
        return unsupportedVariables;
    }

    List<String> droppedFields() {
        return List.copyOf(droppedFields);
    }
}
