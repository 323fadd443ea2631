/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How requests reach the server. Equal configurations can share one transport.
 *
 * @param maxConnections connections at most; more requests wait for a free one
 * @param connectTimeout to open a connection, TLS included
 * @param leaseTimeout to wait for a free connection of the pool
 * @param responseTimeout between two packets of an answer
 * @param maxResponseSize bytes of an answer at most, before and after unzipping
 * @param userAgent the User-Agent header
 * @param proxy the proxy, or null for a direct connection
 * @param sslContext the TLS context, or null for the system's
 */
public record HttpTransportConfig(
        int maxConnections,
        Duration connectTimeout,
        Duration leaseTimeout,
        Duration responseTimeout,
        int maxResponseSize,
        String userAgent,
        ProxyConfig proxy,
        SSLContext sslContext) {

    /**
     * A proxy between us and the server.
     *
     * @param user the user name, or null for a proxy that wants none
     * @param password the password, or null
     */
    public record ProxyConfig(String host, int port, String user, String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "ProxyConfig[" + host + ":" + port + "]";
        }
    }
}
