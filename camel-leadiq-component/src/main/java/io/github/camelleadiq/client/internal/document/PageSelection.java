/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds to a selection what leads from page to page, and takes away what need not be asked again. */
final class PageSelection {

    private PageSelection() {}

    /**
     * The root field, fit for a page.
     *
     * @throws InvalidInputException when the items are not selected
     */
    static Field of(Field root, Paging paging, PageForm form) {
        if (form == PageForm.AS_SELECTED) {
            return root;
        }
        List<String> items = paging.itemPath();
        if (!has(root.getSelectionSet(), items)) {
            throw new InvalidInputException(
                    "fields", "does not select " + String.join(" { ", items) + ", the items to page through");
        }
        SelectionSet selections = root.getSelectionSet();
        for (List<String> path : List.of(paging.hasMore(), paging.cursor(), paging.itemCursorPath())) {
            selections = with(selections, path);
        }
        if (form == PageForm.LATER) {
            selections = without(selections, paging.total());
        }
        SelectionSet fitted = selections;
        return root.transform(builder -> builder.selectionSet(fitted));
    }

    private static boolean has(SelectionSet selections, List<String> path) {
        return path.isEmpty()
                || field(selections, path.get(0))
                        .filter(field -> path.size() == 1 || has(field.getSelectionSet(), tail(path)))
                        .isPresent();
    }

    private static SelectionSet with(SelectionSet selections, List<String> path) {
        if (path.isEmpty()) {
            return selections;
        }
        List<Selection<?>> all = new ArrayList<>(selections(selections));
        Optional<Field> present = field(selections, path.get(0));
        present.ifPresent(all::remove);
        Field field = present.orElseGet(() -> new Field(path.get(0)));
        if (path.size() == 1) {
            all.add(field);
        } else {
            SelectionSet below = with(field.getSelectionSet(), tail(path));
            all.add(field.transform(builder -> builder.selectionSet(below)));
        }
        return new SelectionSet(all);
    }

    /** Also where it stands in a fragment of its own, or under another name. */
    private static SelectionSet without(SelectionSet selections, List<String> path) {
        if (path.isEmpty()) {
            return selections;
        }
        return new SelectionSet(selections(selections).stream()
                .flatMap(selection -> withoutIn(selection, path))
                .toList());
    }

    private static Stream<Selection<?>> withoutIn(Selection<?> selection, List<String> path) {
        if (selection instanceof InlineFragment fragment) {
            SelectionSet left = without(fragment.getSelectionSet(), path);
            return left.getSelections().isEmpty()
                    ? Stream.empty()
                    : Stream.of(fragment.transform(builder -> builder.selectionSet(left)));
        }
        if (!(selection instanceof Field field) || !field.getName().equals(path.get(0))) {
            return Stream.of(selection);
        }
        if (path.size() == 1) {
            return Stream.empty();
        }
        SelectionSet left = without(field.getSelectionSet(), tail(path));
        return left.getSelections().isEmpty()
                ? Stream.empty()
                : Stream.of(field.transform(builder -> builder.selectionSet(left)));
    }

    private static Optional<Field> field(SelectionSet selections, String name) {
        return selections(selections).stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .filter(field -> field.getName().equals(name) && field.getAlias() == null)
                .findFirst();
    }

    private static List<? extends Selection<?>> selections(SelectionSet selections) {
        return selections == null
                ? List.of()
                : selections.getSelections().stream()
                        .<Selection<?>>map(selection -> selection)
                        .toList();
    }

    private static List<String> tail(List<String> path) {
        return path.subList(1, path.size());
    }
}
