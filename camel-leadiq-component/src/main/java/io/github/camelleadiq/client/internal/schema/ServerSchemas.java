/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import io.github.camelleadiq.client.SchemaCheck;
import io.github.camelleadiq.client.internal.document.DocumentCompiler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one server's schema. Asks the server at first use and again when the answer is old; until then, and
 * whenever the server does not tell, goes on with the last good answer, or with the live schema when there is none.
 */
public final class ServerSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSchemas.class);
    private static final Duration RETRY_AFTER_REFUSAL = Duration.ofMinutes(5);

    /**
     * A schema with the documents made for it.
     *
     * @param checked whether inputs are put into the words of the server; not when nothing is known of it
     */
    public record Known(SchemaModel model, boolean checked, DocumentCompiler documents) {
        static Known of(SchemaModel model, boolean checked) {
            return new Known(model, checked, new DocumentCompiler(model, checked));
        }
    }

    private static final Known GUESS = Known.of(Schemas.of(SchemaDialect.LIVE), true);

    private final Supplier<CompletableFuture<Map<String, Object>>> introspection;
    private final Duration refreshAfter;
    private final Clock clock;
    private final Known fixed;

    private final CompletableFuture<Known> first = new CompletableFuture<>();
    private Known known;
    private boolean told;
    private boolean asking;
    private boolean refusalLogged;
    private Instant askAgainAt = Instant.MIN;

    /** @param introspection asks the server; the {@code data} of its answer */
    public ServerSchemas(
            SchemaCheck check,
            Duration refreshAfter,
            Clock clock,
            Supplier<CompletableFuture<Map<String, Object>>> introspection) {
        this.introspection = introspection;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
        this.fixed = fixed(check).orElse(null);
    }

    /** What this check goes by without asking a server, if it does. */
    public static Optional<Known> fixed(SchemaCheck check) {
        return switch (check) {
            case AUTO -> Optional.empty();
            case DOCUMENTED -> Optional.of(Known.of(Schemas.of(SchemaDialect.DOCUMENTED), true));
            case LIVE -> Optional.of(Known.of(Schemas.of(SchemaDialect.LIVE), true));
            case OFF -> Optional.of(Known.of(Schemas.of(SchemaDialect.LIVE), false));
        };
    }

    /** Never fails: when nothing can be learned from the server, the live schema is as good a guess as there is. */
    public CompletableFuture<Known> current() {
        if (fixed != null) {
            return CompletableFuture.completedFuture(fixed);
        }
        if (mustAsk()) {
            ask().whenComplete(this::settle);
        }
        synchronized (this) {
            return known == null ? first.copy() : CompletableFuture.completedFuture(known);
        }
    }

    /** What is known by now, without asking: the live schema if nothing is. */
    public synchronized Known sofar() {
        return fixed != null ? fixed : known != null ? known : GUESS;
    }

    private synchronized boolean mustAsk() {
        if (asking || clock.instant().isBefore(askAgainAt)) {
            return false;
        }
        asking = true;
        return true;
    }

    private CompletableFuture<Known> ask() {
        try {
            return introspection.get().thenApply(data -> Known.of(Schemas.ofIntrospection(data), true));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(Known answer, Throwable failure) {
        Known current;
        synchronized (this) {
            asking = false;
            if (answer != null) {
                known = answer;
                told = true;
                refusalLogged = false;
                askAgainAt = clock.instant().plus(refreshAfter);
            } else {
                refused(failure);
            }
            current = known;
        }
        // outside of the lock: whoever waits goes on from here
        first.complete(current);
    }

    private void refused(Throwable failure) {
        askAgainAt = clock.instant().plus(RETRY_AFTER_REFUSAL);
        if (!refusalLogged) {
            refusalLogged = true;
            LOG.warn(
                    "The server does not tell its schema; going on with {}. Set schemaCheck to documented or live to stop"
                            + " asking. {}",
                    told ? "what it told before" : "the live schema of August 2026",
                    String.valueOf(failure));
        }
        if (known == null) {
            known = GUESS;
        }
    }
}
