/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Collects the items of all pages, one page after another, without a thread of its own. */
final class PageCollector {

    /** What comes of it: all items, and the last page. */
    record Collected(List<Object> items, LeadIQPage last, int requestCount, CallCredits credits) {}

    /** A list without a bound of its own stays below this: it is as far as LeadIQ lists searches. */
    private static final int UNBOUNDED_MAXIMUM = 10_000;

    private final String operation;
    private final Function<LeadIQPage, CompletableFuture<LeadIQPage>> pages;
    private final JsonDecoder decoder;
    private final boolean bounded;

    private final List<Object> items = new ArrayList<>();
    private final CompletableFuture<Collected> result = new CompletableFuture<>();
    private int requestCount;
    private CallCredits credits;

    /** @param bounded whether the caller set a bound */
    PageCollector(
            String operation,
            Function<LeadIQPage, CompletableFuture<LeadIQPage>> pages,
            JsonDecoder decoder,
            boolean bounded) {
        this.operation = operation;
        this.pages = pages;
        this.decoder = decoder;
        this.bounded = bounded;
    }

    /** To be called once. Fails as the first page that fails. */
    CompletableFuture<Collected> collect(CompletableFuture<LeadIQPage> first) {
        proceed(first);
        return result;
    }

    /** A loop where pages are there already, lest a long list of them fill the stack. */
    private void proceed(CompletableFuture<LeadIQPage> first) {
        CompletableFuture<LeadIQPage> coming = first;
        while (coming != null && coming.isDone()) {
            coming = take(coming);
        }
        if (coming != null) {
            CompletableFuture<LeadIQPage> awaited = coming;
            awaited.whenComplete((page, failure) -> proceed(awaited));
        }
    }

    /** Null when that was the last one. */
    private CompletableFuture<LeadIQPage> take(CompletableFuture<LeadIQPage> arrived) {
        try {
            LeadIQPage page = arrived.join();
            requestCount += page.response().requestCount();
            credits = CallCredits.sum(credits, page.response().credits());
            requireBound(page);
            for (int index = 0; index < page.size(); index++) {
                page.item(index).map(decoder::decode).ifPresent(items::add);
            }
            if (page.hasNext()) {
                return pages.apply(page);
            }
            result.complete(new Collected(items, page, requestCount, credits));
        } catch (CompletionException e) {
            result.completeExceptionally(e.getCause());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        return null;
    }

    private void requireBound(LeadIQPage page) {
        if (page.leadsTooFar()) {
            throw new LeadIQInvalidRequestException(
                    operation,
                    "paging=all",
                    "cannot have all " + page.total() + " items, as LeadIQ lists the first " + UNBOUNDED_MAXIMUM
                            + " only: narrow the filters, search by ranges one after another, or set maxItems");
        }
        long known = Math.max(
                page.total() == null ? 0 : page.total(), (long) items.size() + page.size() + (page.hasNext() ? 1 : 0));
        if (!bounded && known > UNBOUNDED_MAXIMUM) {
            throw new LeadIQInvalidRequestException(
                    operation,
                    "paging=all",
                    "would hold more than " + UNBOUNDED_MAXIMUM + " items at once: set maxItems, or take them one by"
                            + " one with paging=stream");
        }
    }
}
