/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Finds the key and the HTTP headers for a message. */
final class CallOptionsReader {

    /** Headers that HTTP or this component sets; a message header must never get in their way. */
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "host",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "keep-alive",
            "accept-encoding",
            "expect");

    /** How the headers of this component start: they are for us, whatever a filter strategy says. */
    private static final String OWN = "camelleadiq";

    private final LeadIQEndpoint endpoint;
    private final boolean keepPartialData;
    private final boolean keyMayComeAlong;
    private final Map<String, String> fixedHeaders = caseInsensitive();

    CallOptionsReader(LeadIQEndpoint endpoint) {
        this.endpoint = endpoint;
        this.keepPartialData = endpoint.getConfiguration().getPartialData() == PartialData.KEEP;
        this.keyMayComeAlong = endpoint.getConfiguration().isApiKeyHeaderEnabled();
        endpoint.getHttpHeader().forEach((name, value) -> {
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("leadiq: httpHeader." + name + " cannot be set");
            }
            fixedHeaders.put(name, String.valueOf(value));
        });
    }

    CallOptions read(Exchange exchange) {
        return new CallOptions(
                key(exchange.getMessage()),
                keepPartialData,
                headers(exchange),
                exchange.getMessage().getHeader(LeadIQConstants.CACHE_BYPASS, false, boolean.class));
    }

    private ApiKey key(Message message) {
        if (keyMayComeAlong) {
            // removed, so that it goes no further along the route
            Object header = message.removeHeader(LeadIQConstants.API_KEY);
            if (header != null) {
                return headerKey(String.valueOf(header));
            }
        }
        return endpoint.settings()
                .apiKey()
                .orElseThrow(() -> new LeadIQAuthenticationException(
                        endpoint.getOperation(), "neither the endpoint nor the message has an API key"));
    }

    private ApiKey headerKey(String text) {
        try {
            return ApiKey.of(text, endpoint.settings().apiKeyFormat());
        } catch (IllegalArgumentException e) {
            throw new LeadIQAuthenticationException(
                    endpoint.getOperation(), "the header " + LeadIQConstants.API_KEY + " is not an API key");
        }
    }

    private Map<String, String> headers(Exchange exchange) {
        if (fixedHeaders.isEmpty() && !exchange.getMessage().hasHeaders()) {
            return Map.of();
        }
        Map<String, String> headers = caseInsensitive();
        headers.putAll(fixedHeaders);
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (value != null && mayGoOut(name.toLowerCase(Locale.ROOT)) && isLetOut(name, value, exchange)) {
                String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
                if (text != null) {
                    headers.put(name, text);
                }
            }
        });
        return headers;
    }

    private static boolean mayGoOut(String lowerCaseName) {
        return !RESERVED.contains(lowerCaseName) && !lowerCaseName.startsWith(OWN);
    }

    private boolean isLetOut(String name, Object value, Exchange exchange) {
        return !endpoint.getHeaderFilterStrategy().applyFilterToCamelHeaders(name, value, exchange);
    }

    /** As HTTP has it: a header of the message replaces the endpoint's, however either is written. */
    private static Map<String, String> caseInsensitive() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
}
