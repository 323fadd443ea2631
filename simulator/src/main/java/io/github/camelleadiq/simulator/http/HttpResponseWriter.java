/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts answers on the wire, each with its ending. */
public final class HttpResponseWriter {
    private static final int WORTH_COMPRESSING = 256;
    private static final Map<HttpAnswer.Ending, Sender> SENDERS = Map.of(
            HttpAnswer.Ending.COMPLETE, HttpResponseWriter::sendComplete,
            HttpAnswer.Ending.CUT_OFF, HttpResponseWriter::sendHalf,
            HttpAnswer.Ending.RESET, HttpResponseWriter::reset,
            HttpAnswer.Ending.HANG, (request, response, answer, callback) -> {});

    private HttpResponseWriter() {}

    @FunctionalInterface
    private interface Sender {
        void send(Request request, Response response, HttpAnswer answer, Callback callback) throws IOException;
    }

    /** Sends an answer, whole or broken as it says. */
    public static void send(Request request, Response response, HttpAnswer answer, Callback callback) {
        try {
            SENDERS.get(answer.ending()).send(request, response, answer, callback);
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }

    private static void sendComplete(Request request, Response response, HttpAnswer answer, Callback callback) {
        byte[] body = answer.body();
        begin(response, answer);
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        if (body.length >= WORTH_COMPRESSING && accepted != null && accepted.contains("gzip")) {
            body = gzip(body);
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static void sendHalf(Request request, Response response, HttpAnswer answer, Callback callback) {
        byte[] body = answer.body();
        begin(response, answer);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(
                false,
                ByteBuffer.wrap(body, 0, body.length / 2),
                Callback.from(() -> close(request, callback), callback::failed));
    }

    private static void reset(Request request, Response response, HttpAnswer answer, Callback callback)
            throws IOException {
        if (request.getConnectionMetaData().getConnection().getEndPoint().getTransport()
                instanceof SocketChannel channel) {
            // closing then sends RST rather than FIN
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        close(request, callback);
    }

    private static void close(Request request, Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        endPoint.close();
        callback.failed(new QuietException.Exception("Connection closed on demand"));
    }

    private static void begin(Response response, HttpAnswer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
