/** Many lookups in one request, and each with its own answer. */
package io.github.camelleadiq.client.internal.batch;
