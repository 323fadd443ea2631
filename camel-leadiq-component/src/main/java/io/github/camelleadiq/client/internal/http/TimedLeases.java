/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A pool of connections in which no request waits for longer than the lease timeout. HttpClient's asynchronous pool looks at
 * that timeout only when a connection comes back: while all of them hang, so does everyone who waits for one.
 */
final class TimedLeases implements AsyncClientConnectionManager {

    private final AsyncClientConnectionManager pool;
    private final ScheduledExecutorService scheduler;

    TimedLeases(AsyncClientConnectionManager pool, ScheduledExecutorService scheduler) {
        this.pool = pool;
        this.scheduler = scheduler;
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            Object state,
            Timeout timeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        Waiting waiting = new Waiting(timeout, callback);
        Future<AsyncConnectionEndpoint> lease = pool.lease(id, route, state, timeout, waiting);
        if (!waiting.over) {
            try {
                waiting.limit = scheduler.schedule(
                        () -> waiting.expire(lease), timeout.toMilliseconds(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // the component is stopped, and nothing would end the wait
                lease.cancel(true);
            }
        }
        return lease;
    }

    @Override
    public void release(AsyncConnectionEndpoint endpoint, Object newState, TimeValue validDuration) {
        pool.release(endpoint, newState, validDuration);
    }

    /** Not on the caller's thread, which may be that of a route: to look up the name of the host can take long. */
    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        ComplexFuture<AsyncConnectionEndpoint> connection = new ComplexFuture<>(callback);
        try {
            scheduler.execute(() ->
                    connect(connection, done -> pool.connect(endpoint, initiator, timeout, attachment, context, done)));
        } catch (RejectedExecutionException e) {
            connection.failed(e);
        }
        return connection;
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, Object attachment, HttpContext context) {
        pool.upgrade(endpoint, attachment, context);
    }

    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint,
            Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        pool.upgrade(endpoint, attachment, context, callback);
    }

    @Override
    public void close(CloseMode closeMode) {
        pool.close(closeMode);
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }

    private static void connect(
            ComplexFuture<AsyncConnectionEndpoint> connection,
            Function<FutureCallback<AsyncConnectionEndpoint>, Future<AsyncConnectionEndpoint>> opening) {
        try {
            connection.setDependency(opening.apply(new FutureContribution<>(connection) {
                @Override
                public void completed(AsyncConnectionEndpoint opened) {
                    connection.completed(opened);
                }
            }));
        } catch (RuntimeException e) {
            connection.failed(e);
        }
    }

    /** Takes the end of a wait, and says it as a timeout when it was one. */
    private static final class Waiting implements FutureCallback<AsyncConnectionEndpoint> {

        private final Timeout timeout;
        private final FutureCallback<AsyncConnectionEndpoint> callback;
        private volatile boolean over;
        private volatile boolean expired;
        private volatile Future<?> limit;

        Waiting(Timeout timeout, FutureCallback<AsyncConnectionEndpoint> callback) {
            this.timeout = timeout;
            this.callback = callback;
        }

        /** To cancel is what only one side can win: a connection that comes at the same time is not lost. */
        void expire(Future<AsyncConnectionEndpoint> lease) {
            expired = true;
            lease.cancel(true);
        }

        @Override
        public void completed(AsyncConnectionEndpoint endpoint) {
            end();
            callback.completed(endpoint);
        }

        @Override
        public void failed(Exception cause) {
            end();
            callback.failed(cause);
        }

        @Override
        public void cancelled() {
            end();
            if (expired) {
                callback.failed(new TimeoutException("no connection was free within the leaseTimeout of " + timeout));
            } else {
                callback.cancelled();
            }
        }

        private void end() {
            over = true;
            Future<?> timer = limit;
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }
}
