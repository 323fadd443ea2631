/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which versions of HTTP a new connection may speak: HTTP/2 when the server offers it, but HTTP/1.1 alone while
 * HttpClient logs what it sends.
 *
 * <p>Its logs of HTTP/2 have the key in clear, because it copies the headers before it writes them, and the bodies too. Its
 * log of HTTP/1.1 writes the headers as they are, where {@link SecretHeader} masks the key. A connection of HTTP/2 that was
 * opened while none of these loggers was on logs nothing later either.
 */
final class HttpVersions {

    private static final List<Logger> LOGS_OF_HTTP2 = Stream.of(
                    "org.apache.hc.client5.http.impl.async.InternalHttpAsyncClient",
                    "org.apache.hc.client5.http.headers",
                    "org.apache.hc.client5.http2.frame",
                    "org.apache.hc.client5.http2.frame.payload",
                    "org.apache.hc.client5.http2.flow")
            .map(LoggerFactory::getLogger)
            .toList();

    private HttpVersions() {}

    static HttpVersionPolicy forNewConnection() {
        return LOGS_OF_HTTP2.stream().anyMatch(Logger::isDebugEnabled)
                ? HttpVersionPolicy.FORCE_HTTP_1
                : HttpVersionPolicy.NEGOTIATE;
    }
}
