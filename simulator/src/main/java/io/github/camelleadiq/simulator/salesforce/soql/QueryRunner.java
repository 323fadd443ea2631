/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import io.github.camelleadiq.simulator.salesforce.org.FieldValues;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.org.Table;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.And;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Compare;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Condition;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Order;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Runs queries. Those that walk through the ids in order touch only what they return. */
public final class QueryRunner {
    private final Org org;

    public QueryRunner(Org org) {
        this.org = org;
    }

    /** Where the rows of an object come from, and how they are told. */
    public record Result(List<StoredRecord> rows, SoqlQuery query, ObjectDef type) {}

    /**
     * @param deleted whether deleted records count
     * @throws SoqlException if the org cannot run it
     */
    public Result run(SoqlQuery query, boolean deleted) {
        Table table = org.table(query.from());
        if (table == null) {
            throw new SoqlException("INVALID_TYPE", "sObject type '" + query.from() + "' is not supported.");
        }
        ObjectDef type = table.type();
        query.fields().forEach(field -> Path.of(org, type, field));
        query.counts().forEach(count -> Path.of(org, type, count.field()));
        Predicate<StoredRecord> filter = query.where() == null ? row -> true : new Filter(org, type).of(query.where());
        boolean byId = query.order().isEmpty()
                || query.order().size() == 1
                        && query.order().get(0).field().equalsIgnoreCase("Id")
                        && !query.order().get(0).descending();
        Comparator<StoredRecord> order = byId ? null : comparator(type, query.order());
        return org.read(() -> {
            Stream<StoredRecord> rows =
                    candidates(table, query.where()).filter(row -> (deleted || !row.isDeleted()) && filter.test(row));
            if (order != null) {
                rows = rows.sorted(order);
            }
            rows = rows.skip(query.offset());
            return new Result((query.limit() < 0 ? rows : rows.limit(query.limit())).toList(), query, type);
        });
    }

    /** The one row of a query that counts, as REST tells it. */
    public Map<String, Object> counted(Result result) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("attributes", Map.of("type", "AggregateResult"));
        org.read(() -> {
            result.query().counts().forEach(count -> {
                Path path = Path.of(org, result.type(), count.field());
                view.put(
                        count.name(),
                        result.rows().stream()
                                .filter(row -> path.value(org, row) != null)
                                .count());
            });
            return null;
        });
        return view;
    }

    /** Rows as REST tells them. */
    public List<Map<String, Object>> render(Result result, int from, int to, String base) {
        List<Path> paths = result.query().fields().stream()
                .map(field -> Path.of(org, result.type(), field))
                .toList();
        return org.read(() -> result.rows().subList(from, to).stream()
                .map(row -> render(row, paths, base))
                .toList());
    }

    private Map<String, Object> render(StoredRecord row, List<Path> paths, String base) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("attributes", attributes(row, base));
        paths.forEach(path -> put(view, row, path, 0, base));
        return view;
    }

    private void put(Map<String, Object> view, StoredRecord row, Path path, int depth, String base) {
        if (depth == path.relations().size()) {
            view.put(
                    path.field().name(), FieldValues.toJson(row.get(path.field().name())));
            return;
        }
        String relation = path.relations().get(depth).relation();
        StoredRecord next = row.get(path.relations().get(depth).name()) instanceof String id
                ? org.find(path.relations().get(depth).target(), id)
                : null;
        if (next == null) {
            view.put(relation, null);
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> inner = (Map<String, Object>) view.computeIfAbsent(relation, r -> {
            Map<String, Object> fresh = new LinkedHashMap<>();
            fresh.put("attributes", attributes(next, base));
            return fresh;
        });
        put(inner, next, path, depth + 1, base);
    }

    /** What every record in an answer begins with. */
    public static Map<String, Object> attributes(StoredRecord row, String base) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", row.type().name());
        attributes.put("url", base + "/sobjects/" + row.type().name() + "/" + row.id());
        return attributes;
    }

    private static Stream<StoredRecord> candidates(Table table, Condition where) {
        NavigableMap<String, StoredRecord> records = table.records();
        for (Compare compare : conjuncts(where).toList()) {
            if (compare.field().equalsIgnoreCase("Id")) {
                if (List.of("=", "IN").contains(compare.operator())) {
                    return compare.values().stream()
                            .map(Filter::comparableId)
                            .filter(id -> id != null && records.containsKey(id))
                            .distinct()
                            .sorted()
                            .map(records::get);
                }
                if (compare.operator().startsWith(">")
                        && Filter.comparableId(compare.values().get(0)) != null) {
                    return inOrder(
                            records.tailMap(Filter.comparableId(compare.values().get(0)), true));
                }
            }
        }
        return records.values().stream();
    }

    /** Its own stream asks for the size first, and the tail of a tree counts all of its entries to tell that. */
    private static Stream<StoredRecord> inOrder(NavigableMap<String, StoredRecord> tail) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(tail.values().iterator(), Spliterator.ORDERED), false);
    }

    private static Stream<Compare> conjuncts(Condition where) {
        if (where instanceof And and) {
            return Stream.concat(conjuncts(and.left()), conjuncts(and.right()));
        }
        return where instanceof Compare compare ? Stream.of(compare) : Stream.empty();
    }

    private Comparator<StoredRecord> comparator(ObjectDef type, List<Order> orders) {
        Comparator<StoredRecord> comparator = null;
        for (Order order : orders) {
            Path path = Path.of(org, type, order.field());
            FieldType kind = path.field().type();
            Comparator<Object> values = order.descending() ? (a, b) -> Filter.order(b, a) : Filter::order;
            Comparator<Object> nulls = order.nullsLast() ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
            Comparator<StoredRecord> next =
                    Comparator.comparing(row -> Filter.comparable(kind, path.value(org, row)), nulls);
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return comparator;
    }
}
