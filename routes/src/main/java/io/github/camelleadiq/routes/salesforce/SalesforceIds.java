/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.PageOutcome;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.apache.camel.ProducerTemplate;

/** Hands the records of these ids to the pipeline, now. */
public final class SalesforceIds extends SalesforceBean {
    private String object;
    private List<String> fields = List.of();
    private String recordsUri;

    /**
     * Hands records over, 5,000 at a time.
     *
     * @param body a list of ids, or a text of them with anything but letters and digits between
     * @param runId what the log calls it; one is made if it is not given
     * @return how many records were found
     * @throws IllegalArgumentException if something is not an id; nothing is done then
     * @throws SalesforceCallException if records cannot be read
     * @throws IllegalStateException if the run's budget does not suffice for all of them
     */
    @Handler
    public int hand(@Body Object body, @Header(RoutesConstants.RUN_ID) String runId) throws Exception {
        List<String> ids = ids(body);
        SalesforceReader reader = new SalesforceReader();
        reader.setCamelContext(getCamelContext());
        reader.setComponent(getComponent());
        String run = runId == null ? "ids-" + UUID.randomUUID() : runId;
        int found = 0;
        try (ProducerTemplate template = getCamelContext().createProducerTemplate()) {
            for (int from = 0; from < ids.size(); from += BackfillRunner.WINDOW) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + BackfillRunner.WINDOW));
                List<CrmRecord> records = reader.read(some, object, fields);
                found += records.size();
                if (!records.isEmpty()) {
                    hand(template, records, run);
                }
            }
        }
        return found;
    }

    private void hand(ProducerTemplate template, List<CrmRecord> records, String run) throws Exception {
        Exchange answer = template.request(recordsUri, request -> {
            request.getMessage().setBody(records);
            request.getMessage().setHeader(RoutesConstants.RUN_ID, run);
            request.getMessage().setHeader(RoutesConstants.OBJECT_TYPE, object);
        });
        if (answer.getException() != null) {
            throw answer.getException();
        }
        if (answer.getMessage().getBody() instanceof PageOutcome outcome
                && !outcome.handedBack().isEmpty()) {
            throw new IllegalStateException("Run " + run + " ends before "
                    + outcome.handedBack().size() + " of its records: they could cost more than may be spent");
        }
    }

    private static List<String> ids(Object body) {
        List<String> ids = new ArrayList<>();
        if (body instanceof Iterable<?> several) {
            several.forEach(id -> ids.add(String.valueOf(id)));
        } else if (body != null) {
            ids.addAll(Arrays.asList(body.toString().strip().split("[^A-Za-z0-9]+")));
        }
        long wrong = ids.stream().filter(id -> !Soql.isId(id)).count();
        if (ids.isEmpty() || wrong > 0) {
            // not what they are: messages are logged, and it can be anything, such as a record that was sent by mistake
            throw new IllegalArgumentException(
                    "Ids of Salesforce records are expected, but %d of %d are none".formatted(wrong, ids.size()));
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    /** The object, such as {@code Lead}. */
    public void setObject(String object) {
        this.object = Soql.object(object);
    }

    /** The fields to read, separated by commas; empty for ids only, so that whoever needs more reads it when it needs it. */
    public void setFields(String fields) {
        this.fields = Arrays.stream(fields.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Takes up to 5,000 records at once, and returns when they are settled. */
    public void setRecordsUri(String recordsUri) {
        this.recordsUri = recordsUri;
    }
}
