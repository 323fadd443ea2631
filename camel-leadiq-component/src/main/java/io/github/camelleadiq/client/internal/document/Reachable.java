/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a field uses, itself or by way of fragments: a server refuses a document that declares more, or less. */
final class Reachable {

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, FragmentDefinition> usedFragments = new LinkedHashMap<>();
    private final Set<String> usedVariables = new LinkedHashSet<>();

    private Reachable(Map<String, FragmentDefinition> fragments) {
        this.fragments = fragments;
    }

    static Reachable from(Field field, Map<String, FragmentDefinition> fragments) {
        Reachable reachable = new Reachable(fragments);
        reachable.visit(field);
        return reachable;
    }

    private void visit(Node<?> node) {
        if (node instanceof VariableReference variable) {
            usedVariables.add(variable.getName());
        } else if (node instanceof FragmentSpread spread && !usedFragments.containsKey(spread.getName())) {
            FragmentDefinition fragment = fragments.get(spread.getName());
            usedFragments.put(spread.getName(), fragment);
            visit(fragment);
        }
        node.getChildren().forEach(this::visit);
    }

    Set<String> variables() {
        return usedVariables;
    }

    List<FragmentDefinition> fragments() {
        return List.copyOf(usedFragments.values());
    }
}
