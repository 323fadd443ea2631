/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a selection wants beyond a kept answer, together with what tells which record of the one is which of the other.
 *
 * <p>The kept answer itself shows what it has: GraphQL answers every selected field, and where there is no object there
 * is nothing to select from.
 */
final class SelectionDifference {

    /** Fields that tell the records of a list apart, the best first; none of them belongs to a data point but profile. */
    private static final List<List<SelectedField>> IDENTITIES = List.of(
            List.of(SelectedField.scalar("id")),
            List.of(SelectedField.scalar("_id")),
            List.of(SelectedField.scalar("source")),
            List.of(object("person", "id")),
            List.of(
                    SelectedField.scalar("companyId"),
                    SelectedField.scalar("title"),
                    object("dateRange", "start", "end")));

    private final SelectedField missing;
    private final boolean joinable;

    private SelectionDifference(SelectedField missing, boolean joinable) {
        this.missing = missing;
        this.joinable = joinable;
    }

    static SelectionDifference between(SelectedField wanted, JsonNode kept) {
        Search search = new Search();
        List<SelectedField> below = search.missing(wanted.below(), objects(List.of(kept)));
        return new SelectionDifference(wanted.with(wanted.alias(), below), search.joinable && kept.isObject());
    }

    boolean isEmpty() {
        return missing.below().isEmpty();
    }

    /** What to buy, or nothing when the two answers could not be joined safely. */
    Optional<SelectedField> toBuy() {
        return joinable ? Optional.of(missing) : Optional.empty();
    }

    /** The fields that tell these records apart, if there are such. */
    static Optional<List<SelectedField>> identity(List<JsonNode> records) {
        return IDENTITIES.stream().filter(fields -> tellApart(fields, records)).findFirst();
    }

    /** What these fields are in a record, or null when it lacks one. */
    static JsonNode identityOf(JsonNode record, List<SelectedField> fields) {
        return new SelectedField("", "", "", List.of(), fields).answer(record).orElse(null);
    }

    private static boolean tellApart(List<SelectedField> fields, List<JsonNode> records) {
        Set<JsonNode> seen = new HashSet<>();
        return records.stream()
                .map(record -> identityOf(record, fields))
                .allMatch(identity ->
                        identity != null && !identity.path(fields.get(0).key()).isNull() && seen.add(identity));
    }

    private static List<JsonNode> objects(List<JsonNode> values) {
        return values.stream()
                .flatMap(value ->
                        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : List.of(value).stream())
                .filter(JsonNode::isObject)
                .toList();
    }

    private static SelectedField object(String name, String... members) {
        List<SelectedField> below =
                List.of(members).stream().map(SelectedField::scalar).toList();
        return new SelectedField(name, name, name, List.of(), below);
    }

    private static final class Search {

        private boolean joinable = true;
        private int aliases;

        List<SelectedField> missing(List<SelectedField> wanted, List<JsonNode> objects) {
            List<SelectedField> missing = new ArrayList<>();
            for (SelectedField field : wanted) {
                List<JsonNode> values =
                        objects.stream().map(object -> object.get(field.key())).toList();
                if (values.contains(null)) {
                    missing.add(whole(field));
                } else {
                    List<SelectedField> below = missing(field.below(), objects(values));
                    if (!below.isEmpty()) {
                        missing.add(field.with(alias(field), joinable(below, values)));
                    }
                }
            }
            return missing;
        }

        private List<SelectedField> joinable(List<SelectedField> below, List<JsonNode> values) {
            List<SelectedField> all = new ArrayList<>(below);
            for (JsonNode value : values) {
                if (value.isArray() && !value.isEmpty()) {
                    Optional<List<SelectedField>> identity = identity(objects(List.of(value)));
                    joinable &= identity.isPresent();
                    identity.ifPresent(all::addAll);
                }
            }
            return all.stream().distinct().toList();
        }

        private SelectedField whole(SelectedField field) {
            return field.with(
                    alias(field), field.below().stream().map(this::whole).toList());
        }

        /** The caller's aliases could stand in the way of a field that is added. */
        private String alias(SelectedField field) {
            return field.arguments().isEmpty() ? field.name() : "a" + aliases++;
        }
    }
}
