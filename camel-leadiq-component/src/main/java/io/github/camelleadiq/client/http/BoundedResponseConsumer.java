/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** Collects an answer as it comes over the wire, and never more of it than the maximum. */
final class BoundedResponseConsumer extends AbstractBinResponseConsumer<BoundedResponseConsumer.Encoded> {

    /** An answer whose body is still as it came over the wire. */
    record Encoded(int status, String contentType, String contentEncoding, String retryAfter, BoundedBody body) {

        TransportReply decode() throws UnreadableResponseException {
            return new TransportReply(status, contentType, retryAfter, body.toBytes(contentEncoding));
        }
    }

    private final BoundedBody body;
    private HttpResponse head;

    BoundedResponseConsumer(int maximum) {
        this.body = new BoundedBody(maximum);
    }

    @Override
    protected void start(HttpResponse response, ContentType contentType) {
        head = response;
    }

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
        body.append(source);
    }

    @Override
    protected Encoded buildResult() {
        return new Encoded(
                head.getCode(),
                header(HttpHeaders.CONTENT_TYPE, ""),
                header(HttpHeaders.CONTENT_ENCODING, ""),
                header(HttpHeaders.RETRY_AFTER, null),
                body);
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
