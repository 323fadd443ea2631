/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param contentType the value of Content-Type, or an empty text
 * @param retryAfter the value of Retry-After, or null
 * @param body the decoded body, never null
 */
public record TransportResponse(int status, String contentType, String retryAfter, byte[] body) {}
