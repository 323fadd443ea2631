/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a delivery of webhooks says, in both of HubSpot's formats: classic ({@code contact.propertyChange}) and generic
 * ({@code object.propertyChange} with an {@code objectTypeId}). See HubSpot's developer documentation, "Webhooks".
 *
 * @param changes what is to be looked at, in the order of the delivery
 * @param privacyDeletions contacts of which nothing may be kept
 * @param ignored how many events are of no use here, and why
 */
record WebhookEvents(
        List<ChangeEvent> changes,
        List<PrivacyDeletion> privacyDeletions,
        Map<WebhookEvents.Ignored, Integer> ignored) {
    /** A delivery has some hundred events. */
    static final int MOST = 1_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");
    private static final String GENERIC = "object";
    private static final String PRIVACY_DELETION = "privacyDeletion";

    private static final Map<String, ChangeKind> KINDS = Map.of(
            "creation", ChangeKind.CREATE,
            "propertyChange", ChangeKind.UPDATE,
            "deletion", ChangeKind.DELETE,
            "restore", ChangeKind.UNDELETE,
            "merge", ChangeKind.GAP);

    /** Why an event is of no use. It is answered as if it were: HubSpot sends again what is refused. */
    enum Ignored {
        /** Of another portal than ours. */
        FOREIGN_PORTAL,
        /** Of a subscription of another app than ours. */
        FOREIGN_APP,
        /** Of an object or a kind that is not enriched by. */
        OTHER_SUBSCRIPTION,
        /** It lacks what each event has. */
        MALFORMED
    }

    /** A contact has used a right of his: everything that is kept about it goes. */
    record PrivacyDeletion(String source, String objectType, String recordId, Instant occurredAt) {}

    /**
     * Whose events are taken.
     *
     * @param portal the id of the HubSpot account
     * @param app the id of the app whose subscriptions these are; null for any
     * @param ownSources ids of apps and keys that write for us, by which HubSpot names the source of a change
     * @param client what changes by these carry as their origin, as {@code client=...}
     */
    record Ours(String portal, String app, Set<String> ownSources, String client) {
        Ours {
            ownSources = Set.copyOf(ownSources);
        }
    }

    /** Not an array of a possible number of events; says nothing of what it is. */
    static final class NoEventsException extends Exception {
        private static final long serialVersionUID = 1L;

        NoEventsException(String message) {
            super(message);
        }
    }

    /** Reads a delivery. */
    static WebhookEvents parse(byte[] body, Ours ours) throws NoEventsException {
        JsonNode array;
        try {
            array = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new NoEventsException("is not JSON");
        }
        if (array == null || !array.isArray()) {
            throw new NoEventsException("is not an array");
        }
        if (array.size() > MOST) {
            throw new NoEventsException("has more than " + MOST + " events");
        }
        List<ChangeEvent> changes = new ArrayList<>();
        List<PrivacyDeletion> deletions = new ArrayList<>();
        Map<Ignored, Integer> ignored = new EnumMap<>(Ignored.class);
        for (JsonNode event : array) {
            Optional<Ignored> why = take(event, ours, changes, deletions);
            why.ifPresent(reason -> ignored.merge(reason, 1, Integer::sum));
        }
        return new WebhookEvents(List.copyOf(changes), List.copyOf(deletions), Map.copyOf(ignored));
    }

    private static Optional<Ignored> take(
            JsonNode event, Ours ours, List<ChangeEvent> changes, List<PrivacyDeletion> deletions) {
        if (!event.isObject()) {
            return Optional.of(Ignored.MALFORMED);
        }
        if (!event.path("portalId").asText().equals(ours.portal())) {
            return Optional.of(Ignored.FOREIGN_PORTAL);
        }
        if (ours.app() != null && !event.path("appId").asText().equals(ours.app())) {
            return Optional.of(Ignored.FOREIGN_APP);
        }
        String[] subscription = event.path("subscriptionType").asText().split("\\.", 2);
        Optional<HubSpotObject> object = subscription[0].equals(GENERIC)
                ? HubSpotObject.ofTypeId(event.path("objectTypeId").asText())
                : HubSpotObject.ofSingular(subscription[0]);
        String what = subscription.length < 2 ? "" : subscription[1];
        ChangeKind kind = KINDS.get(what);
        boolean isPrivacy = what.equals(PRIVACY_DELETION);
        if (object.isEmpty() || kind == null && !isPrivacy) {
            return Optional.of(Ignored.OTHER_SUBSCRIPTION);
        }
        Optional<String> id = id(event, what);
        JsonNode occurredAt = event.path("occurredAt");
        String property = event.path("propertyName").asText();
        if (id.isEmpty()
                || !occurredAt.isIntegralNumber()
                || !occurredAt.canConvertToLong()
                || kind == ChangeKind.UPDATE && property.isEmpty()) {
            return Optional.of(Ignored.MALFORMED);
        }
        Instant at = Instant.ofEpochMilli(occurredAt.asLong());
        String source = "hubspot:" + ours.portal();
        String name = object.get().apiName();
        if (isPrivacy) {
            deletions.add(new PrivacyDeletion(source, name, id.get(), at));
            return Optional.empty();
        }
        changes.add(new ChangeEvent(
                source,
                null,
                dedupeKey(event, name, what, id.get()),
                name,
                List.of(id.get()),
                kind,
                kind == ChangeKind.UPDATE ? Set.of(property) : Set.of(),
                origin(event, ours),
                user(event),
                at));
        return Optional.empty();
    }

    /** Of records that are merged only the new one is left, under an id of its own. */
    private static Optional<String> id(JsonNode event, String what) {
        JsonNode merged = event.path("newObjectId");
        JsonNode id = what.equals("merge") && !merged.isMissingNode() ? merged : event.path("objectId");
        return Optional.of(id.asText())
                .filter(text -> id.isValueNode() && ID.matcher(text).matches());
    }

    /**
     * The same for whatever delivery of one event, and for one event by several subscriptions: without ids of events, which
     * HubSpot does not promise to be unique, of subscriptions and of attempts. The value counts, and cannot be read from it.
     */
    private static String dedupeKey(JsonNode event, String object, String what, String id) {
        String all = String.join(
                "\n",
                object,
                what,
                id,
                event.path("occurredAt").asText(),
                event.path("propertyName").asText(),
                event.path("propertyValue").asText(),
                event.path("changeSource").asText(),
                event.path("sourceId").asText());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String origin(JsonNode event, Ours ours) {
        String source = event.path("sourceId").asText();
        boolean isOurs = event.path("changeSource").asText().equals("INTEGRATION")
                && ours.ownSources().contains(source);
        return isOurs
                ? "INTEGRATION;client=" + ours.client()
                : event.path("changeSource").asText(null);
    }

    /** {@code userId:...} for people. */
    private static String user(JsonNode event) {
        String source = event.path("sourceId").asText();
        return source.startsWith("userId:") ? source : null;
    }
}
