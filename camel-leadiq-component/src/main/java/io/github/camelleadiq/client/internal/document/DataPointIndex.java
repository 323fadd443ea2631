/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which data point each field belongs to, learned from the guards in the packaged documents, so that a selection of the
 * caller's own is known by what it buys as well.
 */
public final class DataPointIndex {

    private static final DataPointIndex INSTANCE = new DataPointIndex();

    private final Map<String, DataPoint> points = new HashMap<>();

    private DataPointIndex() {
        for (LeadIQOperation operation : LeadIQOperation.values()) {
            OperationDocument document = OperationDocument.of(operation);
            if (document.isBilled()) {
                new Learner(document).walk(document.rootField(), Schemas.union().rootType(operation.kind()), null);
            }
        }
    }

    public static DataPointIndex get() {
        return INSTANCE;
    }

    /** The data point that a field without fields of its own belongs to; the profile if no document knows it. */
    public DataPoint of(String type, String field) {
        return points.getOrDefault(type + "." + field, DataPoint.PROFILE);
    }

    /** The data points that a selection buys, if its operation is billed. */
    Set<DataPoint> of(Field root, List<FragmentDefinition> fragments, SchemaModel server, String rootType) {
        EnumSet<DataPoint> bought = EnumSet.noneOf(DataPoint.class);
        new Walker(byName(fragments), server) {
            @Override
            void leaf(String type, String field, DataPoint guard) {
                bought.add(DataPointIndex.this.of(type, field));
            }
        }.walk(root, rootType, null);
        return Set.copyOf(bought);
    }

    private static Map<String, FragmentDefinition> byName(List<FragmentDefinition> fragments) {
        return fragments.stream().collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    }

    /** The dearest data point wins where documents disagree: an estimate must not be too low. */
    private final class Learner extends Walker {

        Learner(OperationDocument document) {
            super(document.fragments(), Schemas.union());
        }

        @Override
        void leaf(String type, String field, DataPoint guard) {
            points.merge(
                    type + "." + field,
                    guard == null ? DataPoint.PROFILE : guard,
                    (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
    }

    /** Goes through a selection with its types and the guard that is nearest above each field. */
    private abstract static class Walker {

        private final Map<String, FragmentDefinition> fragments;
        private final SchemaModel schema;

        Walker(Map<String, FragmentDefinition> fragments, SchemaModel schema) {
            this.fragments = fragments;
            this.schema = schema;
        }

        abstract void leaf(String type, String field, DataPoint guard);

        void walk(Field field, String type, DataPoint guard) {
            DataPoint nearest = guard(field).orElse(guard);
            if (field.getSelectionSet() == null) {
                leaf(type, field.getName(), nearest);
                return;
            }
            schema.field(type, field.getName())
                    .map(FieldDefinition::getType)
                    .ifPresent(below -> walk(field.getSelectionSet(), SchemaModel.nameOf(below), nearest));
        }

        private void walk(SelectionSet selections, String type, DataPoint guard) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    walk(field, type, guard);
                } else if (selection instanceof InlineFragment fragment) {
                    String condition = Optional.ofNullable(fragment.getTypeCondition())
                            .map(TypeName::getName)
                            .orElse(type);
                    walk(fragment.getSelectionSet(), condition, guard(fragment).orElse(guard));
                } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    walk(
                            fragment.getSelectionSet(),
                            fragment.getTypeCondition().getName(),
                            guard(spread).orElse(guard));
                }
            }
        }

        private static Optional<DataPoint> guard(DirectivesContainer<?> guarded) {
            return guarded.getDirectives("include").stream()
                    .map(Walker::variable)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private static Optional<DataPoint> variable(Directive include) {
            return include.getArgument("if").getValue() instanceof VariableReference variable
                    ? DataPoint.ofVariable(variable.getName())
                    : Optional.empty();
        }
    }
}
