/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.net.URI;
import java.util.Map;

/**
 * A JSON POST.
 *
 * @param authorization the value of the Authorization header, or null for an anonymous request
 * @param headers further headers
 * @param body JSON in UTF-8
 */
public record TransportRequest(URI uri, String authorization, Map<String, String> headers, byte[] body) {

    /** Never the key nor the body. */
    @Override
    public String toString() {
        return "TransportRequest[" + uri.getHost() + ", " + body.length + " bytes]";
    }
}
