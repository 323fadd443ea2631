/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.FaultRules;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What goes wrong with requests to HubSpot. Whole requests fail by the rules inherited and any {@link Fault} that is not
 * about GraphQL; besides, records of a batch can be answered badly.
 */
public final class HubSpotFaults extends FaultRules<HubSpotRequest> {
    private final Deque<RecordFault> recordFaults = new ArrayDeque<>();

    /** What an answer to a batch fails to say of a record. */
    enum RecordFault {
        LEFT_OUT,
        UNNAMED
    }

    /** 429: too many requests within ten seconds. Says how long to wait by {@link Fault#retryAfter(Duration)} only. */
    public static Fault tenSecondlyLimit() {
        return limit("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
    }

    /** 429: the requests of the day are used up. */
    public static Fault dailyLimit() {
        return limit("DAILY", "You have reached your daily limit.");
    }

    /** 429: too many requests, of searches for example, within a second; only the message tells. */
    public static Fault secondlyLimit() {
        return limit(null, "You have reached your secondly limit.");
    }

    /** 423: the account is busy with a great many changes. The request is not processed. */
    public static Fault locked() {
        return hubspot(423, "LOCKED", "The resource is temporarily locked.");
    }

    /** 477: the account is being moved to another data centre. The request is not processed. */
    public static Fault migration(Duration wait) {
        return hubspot(477, "MIGRATION_IN_PROGRESS", "This account is being migrated.")
                .retryAfter(wait);
    }

    /** Any error in HubSpot's form. The request is not processed. */
    public static Fault hubspot(int status, String category, String message) {
        return new Fault(category, false, Duration.ZERO, good -> HubSpotException.of(status, category, message)
                .answer());
    }

    /** The next records of batches are written, but the answer does not mention them. */
    public synchronized HubSpotFaults leaveOut(int times) {
        return add(times, RecordFault.LEFT_OUT);
    }

    /** The next records of batches are not written, and the error does not tell which they are. */
    public synchronized HubSpotFaults failUnnamed(int times) {
        return add(times, RecordFault.UNNAMED);
    }

    @Override
    public synchronized void clear() {
        super.clear();
        recordFaults.clear();
    }

    /** Null if the next record is answered well. */
    synchronized RecordFault pickRecordFault() {
        return recordFaults.poll();
    }

    private HubSpotFaults add(int times, RecordFault fault) {
        for (int i = 0; i < times; i++) {
            recordFaults.add(fault);
        }
        return this;
    }

    private static Fault limit(String policy, String message) {
        return new Fault(policy == null ? "SECONDLY" : policy, false, Duration.ZERO, good -> limited(policy, message));
    }

    static HttpAnswer limited(String policy, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("message", message);
        body.put("errorType", "RATE_LIMIT");
        body.put("correlationId", UUID.randomUUID().toString());
        if (policy != null) {
            body.put("policyName", policy);
        }
        return HttpAnswer.json(429, JsonBodies.bytes(body));
    }
}
