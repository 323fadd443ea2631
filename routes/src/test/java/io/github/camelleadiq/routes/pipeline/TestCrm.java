/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A CRM in memory, behind direct: routes. */
final class TestCrm extends RouteBuilder {
    final Map<String, Map<String, Object>> records = new ConcurrentHashMap<>();
    final List<List<String>> reads = new CopyOnWriteArrayList<>();
    final List<List<CrmPatch>> writes = new CopyOnWriteArrayList<>();
    volatile Function<CrmPatch, WriteOutcome> answer = patch -> null;
    volatile boolean down;
    volatile boolean undescribed;
    /** How often a description was wanted that is not from memory. */
    volatile int describedAgain;
    /** What else happens at each read. */
    volatile Runnable reading = () -> {};
    /** Fields that our user may not see. */
    final Set<String> hidden = ConcurrentHashMap.newKeySet();
    /** Fields that make the CRM refuse to read. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** Fields that the reader leaves out of its answers. */
    final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    @Override
    public void configure() {
        from("direct:read").process(this::read);
        from("direct:write").process(this::write);
        from("direct:describe").process(this::describe);
    }

    /** A lead with these fields: name, value, name, value... */
    TestCrm lead(String id, Object... namesAndValues) {
        Map<String, Object> fields = new ConcurrentHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            fields.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        records.put(id, fields);
        return this;
    }

    Object value(String id, String field) {
        return records.get(id).get(field);
    }

    CrmRecord found(String id) {
        return new CrmRecord("Lead", id, records.get(id));
    }

    private void describe(Exchange exchange) {
        if (undescribed) {
            throw new IllegalStateException("the CRM is down");
        }
        if (exchange.getMessage().getHeader(RoutesConstants.DESCRIBE_AGAIN, false, Boolean.class)) {
            describedAgain++;
        }
        Map<String, FieldDescribe> fields = new HashMap<>(Fixtures.describe().fields());
        fields.keySet().removeAll(hidden);
        exchange.getMessage().setBody(new ObjectDescribe("Lead", fields));
    }

    private void read(Exchange exchange) {
        failIfDown();
        reading.run();
        List<?> ids = exchange.getMessage().getBody(List.class);
        Collection<?> fields = exchange.getMessage().getHeader(RoutesConstants.FIELDS, Collection.class);
        if (fields.stream().anyMatch(refused::contains)) {
            throw new SalesforceCallException("INVALID_FIELD", 400, false, null);
        }
        reads.add(ids.stream().map(String.class::cast).toList());
        List<CrmRecord> found = new ArrayList<>();
        for (Object id : ids) {
            Map<String, Object> all = records.get(id);
            if (all != null) {
                Map<String, Object> some = new LinkedHashMap<>();
                fields.forEach(field -> some.put((String) field, all.get(field)));
                some.keySet().removeAll(leftOut);
                found.add(new CrmRecord("Lead", (String) id, some));
            }
        }
        exchange.getMessage().setBody(found);
    }

    private void write(Exchange exchange) {
        failIfDown();
        List<CrmPatch> patches = new ArrayList<>();
        exchange.getMessage().getBody(List.class).forEach(patch -> patches.add((CrmPatch) patch));
        writes.add(List.copyOf(patches));
        exchange.getMessage().setBody(patches.stream().map(this::write).toList());
    }

    private WriteOutcome write(CrmPatch patch) {
        WriteOutcome refused = answer.apply(patch);
        if (refused != null) {
            return refused;
        }
        Map<String, Object> fields = records.get(patch.recordId());
        patch.changes().forEach(change -> set(fields, change.field(), change.after()));
        patch.stamps().forEach((field, value) -> set(fields, field, value));
        return WriteOutcome.written(patch.recordId());
    }

    private static void set(Map<String, Object> fields, String field, Object value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    private void failIfDown() {
        if (down) {
            throw new IllegalStateException("the CRM is down");
        }
    }
}
