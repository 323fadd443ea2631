/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP for everything below one path; other paths are left to others. */
public final class RestFront extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RestFront.class);
    private static final int MAX_BODY = 20 * 1024 * 1024;

    private final String below;
    private final Function<RawRequest, HeldAnswer> desk;
    private final ScheduledExecutorService scheduler;

    /** @param below how the paths begin that are answered here: {@code /services/} */
    public RestFront(String below, Function<RawRequest, HeldAnswer> desk, ScheduledExecutorService scheduler) {
        this.below = below;
        this.desk = desk;
        this.scheduler = scheduler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).startsWith(below)) {
            return false;
        }
        Content.Source.asByteArrayAsync(
                request, MAX_BODY, Promise.Invocable.from(Invocable.InvocationType.BLOCKING, (body, failure) -> {
                    if (failure == null) {
                        serve(request, response, body, callback);
                    } else {
                        callback.failed(failure);
                    }
                }));
        return true;
    }

    private void serve(Request request, Response response, byte[] body, Callback callback) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
        HeldAnswer reply;
        try {
            reply = desk.apply(new RawRequest(
                    request.getMethod(),
                    Request.getPathInContext(request),
                    request.getHttpURI().getQuery(),
                    headers,
                    body));
        } catch (RuntimeException e) {
            LOG.error("The simulator failed on a request", e);
            reply = new HeldAnswer(
                    HttpAnswer.json(500, JsonBodies.error("The simulator failed", Map.of())), Duration.ZERO);
        }
        HttpAnswer answer = reply.answer();
        if (reply.delay().isZero()) {
            HttpResponseWriter.send(request, response, answer, callback);
        } else {
            scheduler.schedule(
                    () -> HttpResponseWriter.send(request, response, answer, callback),
                    reply.delay().toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }
}
