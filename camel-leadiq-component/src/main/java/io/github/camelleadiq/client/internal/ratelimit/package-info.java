/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */

/**
 * Keeps the requests of one API key within what the server allows: one queue for each key and server, shared by all
 * clients of the JVM, and on request one bucket shared by several JVMs. Knows nothing of GraphQL, HTTP or Camel.
 */
package io.github.camelleadiq.client.internal.ratelimit;
