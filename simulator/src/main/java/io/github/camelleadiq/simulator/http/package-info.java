/** Inside: HTTP and JSON, and nothing of GraphQL. */
package io.github.camelleadiq.simulator.http;
