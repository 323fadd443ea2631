/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.net.URI;
import java.util.Set;

/**
 * An app's subscriptions, and where they go.
 *
 * @param url       where to send to
 * @param publicUrl what the app calls it and the signature covers, behind a proxy for example
 * @param secret    the app's client secret, which signs
 * @param appId     of the payload; who wrote is the event's {@code sourceId}
 * @param watched   properties whose changes are told; none for all
 */
public record WebhookTarget(URI url, URI publicUrl, String secret, Format format, long appId, Set<String> watched) {
    /** How events are written. */
    public enum Format {
        /** {@code contact.propertyChange}. */
        CLASSIC,
        /** {@code object.propertyChange} with an {@code objectTypeId}. */
        GENERIC
    }

    /** Everything of contacts and companies is told, by the app that {@link HubSpotSimulator#APP_ID} is. */
    public WebhookTarget(URI url, String secret, Format format) {
        this(url, url, secret, format, HubSpotSimulator.APP_ID, Set.of());
    }

    public WebhookTarget publicUrl(URI value) {
        return new WebhookTarget(url, value, secret, format, appId, watched);
    }

    public WebhookTarget appId(long value) {
        return new WebhookTarget(url, publicUrl, secret, format, value, watched);
    }

    public WebhookTarget watching(String... properties) {
        return new WebhookTarget(url, publicUrl, secret, format, appId, Set.of(properties));
    }

    boolean hears(PortalEvent event) {
        return event.property() == null || watched.isEmpty() || watched.contains(event.property());
    }

    @Override
    public String toString() {
        return "WebhookTarget[url=" + url + ", format=" + format + "]";
    }
}
