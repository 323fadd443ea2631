/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.hubspot.WebhookEvents.NoEventsException;
import io.github.camelleadiq.routes.hubspot.WebhookEvents.Ours;
import io.github.camelleadiq.routes.hubspot.WebhookSignature.Verdict;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StreamCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries of HubSpot's webhooks behind platform-http: checks the signature, and answers when what they say is
 * stored. What is ignored on purpose is answered with 204 as well, because HubSpot sends again whatever is refused, ten
 * times within a day. Answers: 204 stored or ignored; 400 no array of events; 401 not signed, or not now; 413 too large;
 * 415 not sent as it is; 503 not stored in time, which HubSpot repeats.
 */
public final class HubSpotWebhook implements CamelContextAware {
    static final String SIGNATURE_V3 = "X-HubSpot-Signature-v3";
    static final String TIMESTAMP = "X-HubSpot-Request-Timestamp";
    static final String SIGNATURE_V1 = "X-HubSpot-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(HubSpotWebhook.class);
    /** HubSpot waits for five seconds. */
    private static final long STORE_MILLIS = 4_000;
    /** Of signatures that were seen within the time that they are valid for. */
    private static final int MOST_SEEN = 100_000;

    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();
    private CamelContext camelContext;
    private String clientSecret;
    private String publicUri;
    private boolean acceptV1;
    private String portalId;
    private String appId;
    private Set<String> ownSources = Set.of();
    private String clientId = "leadiq";
    private int maxBytes = 1 << 20;
    private String changesUri;
    private EnrichmentState state;
    private WebhookSignature signature;
    private ProducerTemplate template;
    private ExecutorService executor;

    public HubSpotWebhook() {
        this(Clock.systemUTC());
    }

    HubSpotWebhook(Clock clock) {
        this.clock = clock;
    }

    /** Takes a delivery, and answers it. */
    @Handler
    public void take(Exchange exchange) {
        int status = status(exchange.getMessage());
        Message answer = exchange.getMessage();
        // what came is not sent back
        answer.removeHeaders("*");
        answer.setBody(null);
        answer.setHeader(HttpHeaders.RESPONSE_CODE, status);
    }

    private int status(Message request) {
        if (!isPlain(request)) {
            return 415;
        }
        byte[] body;
        try {
            body = body(request);
        } catch (IOException e) {
            return 400;
        }
        if (body == null) {
            return 413;
        }
        WebhookSignature.Headers headers = new WebhookSignature.Headers(
                header(request, SIGNATURE_V3), header(request, TIMESTAMP), header(request, SIGNATURE_V1));
        Verdict verdict = signature().check(request.getHeader(HttpHeaders.METHOD, "POST", String.class), body, headers);
        if (verdict != Verdict.VALID) {
            LOG.warn("HubSpot webhook refused: {}", verdict);
            return 401;
        }
        String key = headers.v3().isEmpty() ? null : headers.v3().get(0);
        if (!begin(key)) {
            LOG.warn("HubSpot webhook refused: it has come before");
            return 401;
        }
        int status = takeSigned(body);
        if (status == 503) {
            // the same may come again
            forget(key);
        }
        return status;
    }

    private int takeSigned(byte[] body) {
        try {
            WebhookEvents events = WebhookEvents.parse(body, new Ours(portalId, appId, ownSources, clientId));
            if (!events.ignored().isEmpty()) {
                LOG.info("HubSpot webhook: ignored {}", events.ignored());
            }
            boolean isNothing =
                    events.changes().isEmpty() && events.privacyDeletions().isEmpty();
            return isNothing ? 204 : store(events);
        } catch (NoEventsException e) {
            LOG.warn("HubSpot webhook refused: it {}", e.getMessage());
            return 400;
        }
    }

    /** On a thread of its own: a database that does not answer must not keep HubSpot waiting. */
    private int store(WebhookEvents events) {
        Future<?> stored = executor().submit(() -> storeAll(events));
        try {
            stored.get(STORE_MILLIS, TimeUnit.MILLISECONDS);
            return 204;
        } catch (ExecutionException e) {
            LOG.warn("HubSpot webhook: events could not be stored: {}", CrmFailure.describe(e.getCause()));
        } catch (TimeoutException e) {
            LOG.warn("HubSpot webhook: events could not be stored in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 503;
    }

    private void storeAll(WebhookEvents events) {
        events.privacyDeletions().forEach(deletion -> state.erase(deletion.objectType(), deletion.recordId()));
        if (events.changes().isEmpty()) {
            return;
        }
        Exchange answer = template().send(changesUri, sent -> sent.getMessage().setBody(events.changes()));
        if (answer.getException() != null) {
            throw new IllegalStateException("not stored", answer.getException());
        }
    }

    /** Forms have no raw bytes any more, and what was compressed may be unpacked already. */
    private static boolean isPlain(Message request) {
        String type =
                request.getHeader(HttpHeaders.CONTENT_TYPE, "", String.class).toLowerCase(Locale.ROOT);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING, "", String.class);
        return !type.contains("form") && (encoding.isEmpty() || encoding.equalsIgnoreCase("identity"));
    }

    /** All values of a header. Query parameters come as headers, too, so that one header can have several. */
    private static List<String> header(Message request, String name) {
        Object value = request.getHeader(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    /** The bytes as they came; null if they are too many, which are not read to their end. */
    private byte[] body(Message request) throws IOException {
        Object body = request.getBody();
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] bytes) {
            return bytes.length > maxBytes ? null : bytes;
        }
        if (body instanceof String) {
            // it was decoded by some charset on the way
            throw new IOException("not the bytes that came");
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        try (InputStream in = request.getBody(InputStream.class)) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(maxBytes + 1);
            return bytes.length > maxBytes ? null : bytes;
        }
    }

    private synchronized boolean begin(String key) {
        Instant now = clock.instant();
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().isAfter(now) && seen.size() < MOST_SEEN) {
                break;
            }
            oldest.remove();
        }
        return key == null
                || seen.putIfAbsent(key, now.plus(WebhookSignature.PAST).plus(WebhookSignature.AHEAD)) == null;
    }

    private synchronized void forget(String key) {
        seen.remove(key);
    }

    private synchronized WebhookSignature signature() {
        if (signature == null) {
            signature = new WebhookSignature(clientSecret, publicUri, acceptV1, clock);
        }
        return signature;
    }

    private synchronized ProducerTemplate template() {
        if (template == null) {
            template = camelContext.createProducerTemplate();
        }
        return template;
    }

    private synchronized ExecutorService executor() {
        if (executor == null) {
            // Camel shuts it down with the context
            executor = camelContext.getExecutorServiceManager().newThreadPool(this, "HubSpotWebhook", 0, 8);
        }
        return executor;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** The client secret of the app, with which HubSpot signs. */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = Objects.requireNonNull(clientSecret, "clientSecret");
    }

    /** Where HubSpot sends to, as it is set in the app: behind a proxy that is not what we see. */
    public void setPublicUri(String publicUri) {
        this.publicUri = Objects.requireNonNull(publicUri, "publicUri");
    }

    /** Whether deliveries with a signature of version 1 only are taken: whoever has seen one can send it again. */
    public void setAcceptV1(boolean acceptV1) {
        this.acceptV1 = acceptV1;
    }

    /** The id of the HubSpot account; deliveries of others are ignored. */
    public void setPortalId(String portalId) {
        this.portalId = portalId;
    }

    /** The id of the app whose subscriptions these are; blank for any. */
    public void setAppId(String appId) {
        this.appId = appId == null || appId.isBlank() ? null : appId.strip();
    }

    /** Ids of apps and keys that write for us, separated by commas. */
    public void setOwnSources(String ownSources) {
        this.ownSources = Arrays.stream((ownSources == null ? "" : ownSources).split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By what the pipeline knows our own changes. */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** The most bytes of a delivery; 1 MiB by default. */
    public void setMaxBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes lists of changes, and returns when they are stored. */
    public void setChangesUri(String changesUri) {
        this.changesUri = changesUri;
    }

    /** Where everything is erased that is kept about a contact which HubSpot has deleted for privacy. */
    public void setState(EnrichmentState state) {
        this.state = state;
    }
}
