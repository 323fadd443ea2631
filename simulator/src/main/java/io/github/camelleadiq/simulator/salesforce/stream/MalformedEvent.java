/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that no subscriber can make sense of, though their JSON is good enough for CometD. */
public enum MalformedEvent {
    /** Text in place of the event. */
    NOT_AN_OBJECT("}{ not an event"),
    /** No payload. */
    NO_PAYLOAD(Map.of("schema", "simulated")),
    /** A payload without its header. */
    NO_HEADER(payload(Map.of("Email", "nobody@example.com"))),
    /** A header that says nothing. */
    EMPTY_HEADER(payload(Map.of("ChangeEventHeader", Map.of()))),
    /** A header whose values have the wrong types. */
    WRONG_TYPES(payload(Map.of(
            "ChangeEventHeader",
            Map.of("entityName", 7, "recordIds", "none", "changeType", List.of(), "commitTimestamp", "yesterday")))),
    /** A change of an unknown kind. */
    UNKNOWN_CHANGE(payload(Map.of(
            "ChangeEventHeader",
            Map.of("entityName", "Lead", "recordIds", List.of("00Q5i0000000001EAA"), "changeType", "TELEPORT")))),
    /** A change of an unknown object. */
    UNKNOWN_OBJECT(payload(Map.of(
            "ChangeEventHeader",
            Map.of("entityName", "Gadget__c", "recordIds", List.of("a005i0000000001AAA"), "changeType", "UPDATE"))));

    private final Object data;

    MalformedEvent(Object data) {
        this.data = data;
    }

    /** What subscribers get. It has a replay id wherever there is room for one. */
    Object data(long replayId) {
        if (!(data instanceof Map<?, ?> map)) {
            return data;
        }
        Map<Object, Object> event = new HashMap<>(map);
        event.put("event", Map.of("replayId", replayId));
        return event;
    }

    private static Map<String, Object> payload(Map<String, Object> payload) {
        return Map.of("schema", "simulated", "payload", payload);
    }
}
