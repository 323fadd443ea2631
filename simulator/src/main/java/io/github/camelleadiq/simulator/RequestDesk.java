/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.Log;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.salesforce.rest.RawRequest;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import io.github.camelleadiq.simulator.salesforce.rest.RestApi;
import io.github.camelleadiq.simulator.salesforce.rest.RestFront.Reply;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes requests in: notes them, lets them go wrong if it is their turn, and has the others answered. */
final class Desk {
    private static final int REMEMBERED = 10_000;
    private static final Pattern RECORD = Pattern.compile("\"attributes\"\\s*:");

    private final RestApi api;
    private final SalesforceFaults faults;
    private final Log<SalesforceRequest> requests = new Log<>(REMEMBERED);
    private final Map<RequestKind, Long> counts = new EnumMap<>(RequestKind.class);
    private volatile Duration latency;

    Desk(RestApi api, SalesforceFaults faults, Duration latency) {
        this.api = api;
        this.faults = faults;
        this.latency = latency;
    }

    Reply serve(RawRequest raw, String instance) {
        SalesforceRequest request = note(raw);
        Fault fault = faults.pick(request);
        HttpAnswer answer = fault == null || fault.processed() ? api.serve(raw, instance) : HttpAnswer.bodiless(200);
        return fault == null
                ? new Reply(answer, latency)
                : new Reply(fault.change().apply(answer), latency.plus(fault.delay()));
    }

    Log<SalesforceRequest> requests() {
        return requests;
    }

    synchronized long count(RequestKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    void latency(Duration value) {
        latency = value;
    }

    synchronized void clear() {
        requests.clear();
        counts.clear();
    }

    private synchronized SalesforceRequest note(RawRequest raw) {
        RequestKind kind = api.kind(raw);
        int records = kind == RequestKind.WRITE
                ? (int) RECORD.matcher(raw.text()).results().count()
                : 0;
        SalesforceRequest request = new SalesforceRequest(kind, raw.method(), raw.path(), raw.client(), records);
        requests.add(request);
        counts.merge(kind, 1L, Long::sum);
        return request;
    }
}
