/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The CRM behind routes or components: each call is an exchange of its own, with nothing of other messages in it. */
public final class CamelCrm implements Crm {
    private static final Duration DESCRIBE_AGE = Duration.ofHours(1);

    private final ProducerTemplate template;
    private final String readerUri;
    private final String writerUri;
    private final String describeUri;
    private final Clock clock;
    private final Map<String, Described> described = new HashMap<>();
    /** Objects of which an earlier description has proved wrong. */
    private final Set<String> forgotten = new HashSet<>();

    public CamelCrm(ProducerTemplate template, String readerUri, String writerUri, String describeUri, Clock clock) {
        this.template = template;
        this.readerUri = readerUri;
        this.writerUri = writerUri;
        this.describeUri = describeUri;
        this.clock = clock;
    }

    @Override
    public List<CrmRecord> read(String objectType, List<String> ids, Set<String> fields) {
        return list(
                CrmRecord.class, readerUri, send(readerUri, objectType, ids, Map.of(RoutesConstants.FIELDS, fields)));
    }

    @Override
    public List<WriteOutcome> write(String objectType, List<CrmPatch> patches) {
        List<WriteOutcome> outcomes =
                list(WriteOutcome.class, writerUri, send(writerUri, objectType, patches, Map.of()));
        if (outcomes.size() != patches.size()) {
            throw new IllegalStateException(
                    writerUri + " answered " + outcomes.size() + " outcomes to " + patches.size() + " patches");
        }
        return outcomes;
    }

    @Override
    public synchronized ObjectDescribe describe(String objectType) {
        Described known = described.get(objectType);
        Instant now = clock.instant();
        if (known == null || known.at.plus(DESCRIBE_AGE).isBefore(now)) {
            Map<String, Object> headers =
                    forgotten.contains(objectType) ? Map.of(RoutesConstants.DESCRIBE_AGAIN, true) : Map.of();
            Object body =
                    send(describeUri, objectType, null, headers).getMessage().getBody();
            if (!(body instanceof ObjectDescribe fresh)) {
                throw unexpected(describeUri, "an ObjectDescribe", body);
            }
            known = new Described(fresh, now);
            described.put(objectType, known);
            forgotten.remove(objectType);
        }
        return known.describe;
    }

    @Override
    public synchronized void forget(String objectType) {
        described.remove(objectType);
        // the route may remember it as well
        forgotten.add(objectType);
    }

    private Exchange send(String uri, String objectType, Object body, Map<String, Object> headers) {
        Exchange exchange = template.request(uri, request -> {
            request.getMessage().setBody(body);
            request.getMessage().setHeader(RoutesConstants.OBJECT_TYPE, objectType);
            headers.forEach(request.getMessage()::setHeader);
        });
        Exception failure = exchange.getException();
        if (failure != null) {
            throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
        }
        return exchange;
    }

    private static <T> List<T> list(Class<T> type, String uri, Exchange answer) {
        Object body = answer.getMessage().getBody();
        if (!(body instanceof List<?> list) || !list.stream().allMatch(type::isInstance)) {
            throw unexpected(uri, "a list of " + type.getSimpleName(), body);
        }
        return list.stream().map(type::cast).toList();
    }

    private static IllegalStateException unexpected(String uri, String expected, Object body) {
        return new IllegalStateException(uri + " answered "
                + (body == null ? "nothing" : body.getClass().getName()) + " where " + expected + " is expected");
    }

    private record Described(ObjectDescribe describe, Instant at) {}
}
