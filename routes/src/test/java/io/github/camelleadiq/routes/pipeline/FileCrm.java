/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A CRM in files, which outlive the process, that stops at a point of a write for somebody to kill the process there. */
final class FileCrm extends RouteBuilder {
    private final Path directory;
    private final String point;

    /** @param point {@code before-write}, {@code after-write}, or anything else for nowhere */
    FileCrm(Path directory, String point) {
        this.directory = directory;
        this.point = point;
    }

    @Override
    public void configure() {
        from("direct:read").process(this::read);
        from("direct:write").process(this::write);
        from("direct:describe").process(exchange -> exchange.getMessage().setBody(Fixtures.describe()));
    }

    void put(String id, Map<String, String> fields) throws IOException {
        Properties properties = new Properties();
        properties.putAll(fields);
        store(id, properties);
    }

    Properties load(String id) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(id))) {
            properties.load(reader);
        }
        return properties;
    }

    /** Every field that was ever written, as {@code id field value}. */
    List<String> writes() throws IOException {
        Path log = directory.resolve("writes.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private void read(Exchange exchange) throws IOException {
        List<CrmRecord> found = new ArrayList<>();
        for (Object id : exchange.getMessage().getBody(List.class)) {
            Properties stored = load((String) id);
            Map<String, Object> fields = new HashMap<>();
            Collection<?> asked = exchange.getMessage().getHeader(RoutesConstants.FIELDS, Collection.class);
            asked.forEach(field -> fields.put((String) field, stored.get(field)));
            found.add(new CrmRecord("Lead", (String) id, fields));
        }
        exchange.getMessage().setBody(found);
    }

    private void write(Exchange exchange) throws IOException, InterruptedException {
        stopAt("before-write");
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (Object body : exchange.getMessage().getBody(List.class)) {
            CrmPatch patch = (CrmPatch) body;
            Properties fields = load(patch.recordId());
            List<String> lines = new ArrayList<>();
            patch.changes().forEach(change -> {
                fields.setProperty(change.field(), change.after().toString());
                lines.add(patch.recordId() + " " + change.field() + " " + change.after());
            });
            patch.stamps().forEach((field, value) -> fields.setProperty(field, value.toString()));
            Files.write(directory.resolve("writes.log"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            store(patch.recordId(), fields);
            outcomes.add(WriteOutcome.written(patch.recordId()));
        }
        stopAt("after-write");
        exchange.getMessage().setBody(outcomes);
    }

    private void stopAt(String here) throws InterruptedException {
        if (point.equals(here)) {
            System.out.println("at " + here);
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    private void store(String id, Properties fields) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file(id))) {
            fields.store(writer, null);
        }
    }

    private Path file(String id) {
        return directory.resolve(id + ".properties");
    }
}
