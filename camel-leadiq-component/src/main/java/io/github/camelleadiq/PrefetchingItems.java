/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQPage;
import io.github.camelleadiq.client.LeadIQPageException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.PagePosition;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Asks for the next page when the first item of one is wanted, so that there are never more than two. Has no thread and
 * nothing else to release: one that is simply dropped costs no more than the page that was under way.
 */
final class PrefetchingItems implements LeadIQItems {

    private final String operation;
    private final Function<LeadIQPage, CompletableFuture<LeadIQPage>> pages;
    private final JsonDecoder decoder;
    private final WorkerThreads workers;

    private LeadIQPage page;
    private int taken;
    private PagePosition position;
    private boolean begun;
    private boolean ended;
    private RuntimeException failure;
    private volatile CompletableFuture<LeadIQPage> nextPage;
    private volatile boolean closed;

    /**
     * @param first the page to start with
     * @param pages asks for the page after one
     */
    PrefetchingItems(
            String operation,
            LeadIQPage first,
            Function<LeadIQPage, CompletableFuture<LeadIQPage>> pages,
            JsonDecoder decoder,
            WorkerThreads workers) {
        this.operation = operation;
        this.page = first;
        this.position = first.positionAfter(0);
        this.pages = pages;
        this.decoder = decoder;
        this.workers = workers;
    }

    /**
     * Never throws: a splitter asks for the next item before it works on the one that it has, and would lose that one.
     */
    @Override
    public boolean hasNext() {
        while (!ended && !closed) {
            if (failure != null) {
                return true;
            }
            prefetch();
            skipMissing();
            if (taken < page.size()) {
                return true;
            }
            position = page.positionAfter(taken);
            turnPage();
        }
        return false;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (failure != null) {
            close();
            throw failure;
        }
        JsonSlice json = page.item(taken).orElseThrow();
        Object item;
        try {
            item = decoder.decode(json);
        } catch (LeadIQException e) {
            close();
            throw failed(e);
        }
        taken++;
        position = page.positionAfter(taken);
        return item;
    }

    /** What the server has left out is nothing to work on. */
    private void skipMissing() {
        while (taken < page.size() && page.item(taken).isEmpty()) {
            taken++;
        }
    }

    private void prefetch() {
        if (!begun) {
            begun = true;
            nextPage = page.hasNext() ? pages.apply(page).copy() : null;
            if (closed) {
                close();
            }
        }
    }

    private void turnPage() {
        CompletableFuture<LeadIQPage> coming = nextPage;
        if (coming == null || SplitterDrain.isUnderWay()) {
            ended = true;
            return;
        }
        try {
            page = workers.await(coming);
            taken = 0;
            begun = false;
        } catch (CancellationException e) {
            ended = true;
        } catch (ExecutionException e) {
            failure = failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = failed(new LeadIQTransportException(operation, "interrupted while waiting for a page", true, e));
        }
    }

    private RuntimeException failed(Throwable cause) {
        if (cause instanceof LeadIQException known) {
            return new LeadIQPageException(known, position);
        }
        return cause instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(cause);
    }

    @Override
    public PagePosition position() {
        return position;
    }

    @Override
    public List<GraphQLError> errors() {
        return page.response().errors();
    }

    @Override
    public Iterator<Message> messages(Exchange exchange) {
        return new ItemMessages(this, exchange);
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<LeadIQPage> waitedFor = nextPage;
        if (waitedFor != null) {
            // wakes the consumer, should it be waiting on another thread
            waitedFor.cancel(false);
        }
    }
}
