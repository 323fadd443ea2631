/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Events as they are put down in a delivery. */
final class WebhookPayload {
    private static final String GENERIC = "object";

    private WebhookPayload() {}

    /**
     * @param eventId   need not be unique
     * @param sensitive whether the value is kept back
     */
    static Map<String, Object> view(
            PortalEvent event, WebhookTarget target, long portalId, int eventId, boolean sensitive) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("eventId", eventId);
        view.put("subscriptionId", subscription(event, target));
        view.put("portalId", portalId);
        view.put("appId", target.appId());
        view.put("occurredAt", event.at().toEpochMilli());
        boolean generic = isGeneric(event, target);
        view.put(
                "subscriptionType",
                (generic ? GENERIC : event.type().singular()) + "."
                        + event.kind().word());
        if (generic) {
            view.put("objectTypeId", event.type().typeId());
        }
        view.put("attemptNumber", 0);
        view.put("objectId", event.objectId());
        view.put("changeSource", event.author().source());
        view.put("sourceId", event.author().sourceId());
        if (event.kind() == PortalEvent.Kind.CREATION) {
            view.put("changeFlag", "CREATED");
        }
        if (event.property() != null) {
            view.put("propertyName", event.property());
            view.put("propertyValue", sensitive ? "REDACTED" : event.value());
            view.put("isSensitive", sensitive);
        }
        if (event.merge() != null) {
            // the id that most handlers would look at is one that is gone
            view.put("objectId", event.merge().primaryId());
            view.put("primaryObjectId", event.merge().primaryId());
            view.put("mergedObjectIds", event.merge().mergedIds());
            view.put("newObjectId", event.objectId());
            view.put("numberOfPropertiesMoved", event.merge().moved());
        }
        return view;
    }

    /** The erasure of a contact is told in the classic form whatever the app is. */
    private static boolean isGeneric(PortalEvent event, WebhookTarget target) {
        return target.format() == WebhookTarget.Format.GENERIC && event.kind() != PortalEvent.Kind.PRIVACY_DELETION;
    }

    /** Each kind of event has a subscription, each watched property its own. */
    private static int subscription(PortalEvent event, WebhookTarget target) {
        String key = target.appId()
                + event.type().singular()
                + event.kind().name().toLowerCase(Locale.ROOT)
                + event.property();
        return 1_000_000 + Math.floorMod(key.hashCode(), 1_000_000);
    }
}
