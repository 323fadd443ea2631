/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Collects an answer as it comes over the wire, and never more of it than the maximum. Takes no notice of its content
 * type, which HttpClient's own consumers parse: what it says about the character set is no reason to lose an answer.
 */
final class BoundedResponseConsumer implements AsyncResponseConsumer<BoundedResponseConsumer.Encoded> {

    /** An answer whose body is still as it came over the wire. */
    record Encoded(int status, String contentType, String contentEncoding, String retryAfter, BoundedBody body) {

        TransportResponse decode() throws UnreadableResponseException {
            return new TransportResponse(status, contentType, retryAfter, body.toBytes(contentEncoding));
        }
    }

    private final int maximum;
    private BoundedBody body;
    private HttpResponse head;
    private FutureCallback<Encoded> callback;

    BoundedResponseConsumer(int maximum) {
        this.maximum = maximum;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Encoded> resultCallback) {
        head = response;
        body = new BoundedBody(maximum, entity == null ? 0 : entity.getContentLength());
        callback = resultCallback;
        if (entity == null) {
            streamEnd(null);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // the answer itself is still to come
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer source) throws ResponseTooLargeException {
        body.append(source);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        callback.completed(new Encoded(
                head.getCode(),
                header(HttpHeaders.CONTENT_TYPE, ""),
                header(HttpHeaders.CONTENT_ENCODING, ""),
                header(HttpHeaders.RETRY_AFTER, null),
                body));
    }

    @Override
    public void failed(Exception cause) {
        if (callback != null) {
            callback.failed(cause);
        }
    }

    private String header(String name, String otherwise) {
        Header header = head.getFirstHeader(name);
        return header == null ? otherwise : header.getValue();
    }

    @Override
    public void releaseResources() {
        // the bytes belong to the answer
    }
}
