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
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP and nothing else: checks the form of a request, and puts answers on the wire, late if need be, without a thread. */
public final class HttpFront extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int MAX_BODY = 5 * 1024 * 1024;
    private static final int WORTH_COMPRESSING = 256;
    private static final Map<Answer.Ending, Sender> SENDERS = Map.of(
            Answer.Ending.COMPLETE, HttpFront::sendComplete,
            Answer.Ending.CUT_OFF, HttpFront::sendHalf,
            Answer.Ending.RESET, HttpFront::reset,
            Answer.Ending.HANG, (request, response, answer, callback) -> {});

    private final Desk desk;
    private final ScheduledExecutorService scheduler;
    private final Traffic traffic;

    /** Decides on the answer to a well-formed request. */
    @FunctionalInterface
    public interface Desk {
        /**
         * @param body          the JSON text
         * @param authorization the header of that name, or null
         * @param headerNames   names of all headers, in lower case
         */
        Reply serve(byte[] body, String authorization, Set<String> headerNames);
    }

    /** An answer, and how long it is held back. */
    public record Reply(Answer answer, Duration delay) {}

    @FunctionalInterface
    private interface Sender {
        void send(Request request, Response response, Answer answer, Callback callback) throws IOException;
    }

    public HttpFront(Desk desk, ScheduledExecutorService scheduler, Traffic traffic) {
        this.desk = desk;
        this.scheduler = scheduler;
        this.traffic = traffic;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer refusal = refusal(request);
        if (refusal != null) {
            send(request, response, refusal, callback);
            return true;
        }
        traffic.begin();
        Content.Source.asByteArrayAsync(
                request, MAX_BODY, Promise.Invocable.from(Invocable.InvocationType.BLOCKING, (body, failure) -> {
                    if (failure == null) {
                        serve(request, response, body, callback);
                    } else if (failure instanceof IOException) {
                        traffic.end();
                        callback.failed(failure);
                    } else {
                        finish(request, response, plain(413, "The request is too large"), callback);
                    }
                }));
        return true;
    }

    private void serve(Request request, Response response, byte[] body, Callback callback) {
        Set<String> names =
                request.getHeaders().stream().map(HttpField::getLowerCaseName).collect(Collectors.toSet());
        Reply reply;
        try {
            reply = desk.serve(body, request.getHeaders().get(HttpHeader.AUTHORIZATION), names);
        } catch (RuntimeException e) {
            LOG.error("The simulator failed on a request", e);
            reply = new Reply(plain(500, "The simulator failed"), Duration.ZERO);
        }
        Answer answer = reply.answer();
        if (reply.delay().isZero()) {
            finish(request, response, answer, callback);
        } else {
            scheduler.schedule(
                    () -> finish(request, response, answer, callback),
                    reply.delay().toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    private static Answer refusal(Request request) {
        if (!Request.getPathInContext(request).equals("/graphql")) {
            return plain(404, "Not found");
        }
        if (!request.getMethod().equals("POST")) {
            return plain(405, "POST only").with("Allow", "POST");
        }
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            return plain(415, "application/json only");
        }
        return request.getLength() > MAX_BODY ? plain(413, "The request is too large") : null;
    }

    private static Answer plain(int status, String message) {
        return Answer.json(status, Json.error(message, Map.of()));
    }

    private void finish(Request request, Response response, Answer answer, Callback callback) {
        if (answer.ending() == Answer.Ending.HANG) {
            request.getConnectionMetaData().getConnection().addEventListener(new Connection.Listener() {
                @Override
                public void onClosed(Connection connection) {
                    traffic.end();
                }
            });
        } else {
            // before the last byte leaves: the client's next request must not count on top of this one
            traffic.end();
        }
        send(request, response, answer, callback);
    }

    private static void send(Request request, Response response, Answer answer, Callback callback) {
        try {
            SENDERS.get(answer.ending()).send(request, response, answer, callback);
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }

    private static void sendComplete(Request request, Response response, Answer answer, Callback callback) {
        byte[] body = answer.body();
        begin(response, answer);
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        if (body.length >= WORTH_COMPRESSING && accepted != null && accepted.contains("gzip")) {
            body = gzip(body);
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static void sendHalf(Request request, Response response, Answer answer, Callback callback) {
        byte[] body = answer.body();
        begin(response, answer);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(
                false,
                ByteBuffer.wrap(body, 0, body.length / 2),
                Callback.from(() -> close(request, callback), callback::failed));
    }

    private static void reset(Request request, Response response, Answer answer, Callback callback) throws IOException {
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

    private static void begin(Response response, Answer answer) {
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
