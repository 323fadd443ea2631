/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
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
    /** A body of unknown length is read so far to refuse it politely; a longer one breaks the connection. */
    private static final int MAX_READ = 64 * 1024 * 1024;

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
        HeldAnswer serve(byte[] body, String authorization, Set<String> headerNames);
    }

    public HttpFront(Desk desk, ScheduledExecutorService scheduler, Traffic traffic) {
        this.desk = desk;
        this.scheduler = scheduler;
        this.traffic = traffic;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpAnswer refusal = refusal(request);
        if (refusal != null) {
            // answering before the client has written everything would end in a reset connection
            Content.Source.consumeAll(
                    request,
                    Callback.from(
                            () -> HttpResponseWriter.send(request, response, refusal, callback), callback::failed));
            return true;
        }
        traffic.begin();
        Content.Source.asByteArrayAsync(
                request, MAX_READ, Promise.Invocable.from(Invocable.InvocationType.BLOCKING, (body, failure) -> {
                    if (failure != null) {
                        traffic.end();
                        callback.failed(failure);
                    } else if (body.length > MAX_BODY) {
                        finish(request, response, plain(413, "The request is too large"), callback);
                    } else {
                        serve(request, response, body, callback);
                    }
                }));
        return true;
    }

    private void serve(Request request, Response response, byte[] body, Callback callback) {
        Set<String> names =
                request.getHeaders().stream().map(HttpField::getLowerCaseName).collect(Collectors.toSet());
        HeldAnswer reply;
        try {
            reply = desk.serve(body, request.getHeaders().get(HttpHeader.AUTHORIZATION), names);
        } catch (RuntimeException e) {
            LOG.error("The simulator failed on a request", e);
            reply = new HeldAnswer(plain(500, "The simulator failed"), Duration.ZERO);
        }
        HttpAnswer answer = reply.answer();
        if (reply.delay().isZero()) {
            finish(request, response, answer, callback);
        } else {
            scheduler.schedule(
                    () -> finish(request, response, answer, callback),
                    reply.delay().toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    private static HttpAnswer refusal(Request request) {
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

    private static HttpAnswer plain(int status, String message) {
        return HttpAnswer.json(status, JsonBodies.error(message, Map.of()));
    }

    private void finish(Request request, Response response, HttpAnswer answer, Callback callback) {
        if (answer.ending() == HttpAnswer.Ending.HANG) {
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
        HttpResponseWriter.send(request, response, answer, callback);
    }
}
