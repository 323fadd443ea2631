/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import io.github.camelleadiq.client.internal.call.PageItem;
import io.github.camelleadiq.client.internal.call.PageItemsReader;
import io.github.camelleadiq.client.internal.call.PageRequest;
import io.github.camelleadiq.client.internal.call.RequestBuilder;
import java.util.List;
import java.util.Optional;

/** A page of a list, with its items where they stand in the bytes of the answer, and the way to the next one. */
public final class LeadIQPage {

    private final PageRequest request;
    private final LeadIQResponse response;
    private final List<PageItem> items;

    LeadIQPage(PageRequest request, LeadIQResponse response) {
        this.request = request;
        this.response = response;
        List<PageItem> all =
                PageItemsReader.read(request.request().operation().paging().items(), response.data());
        // no server should send more than it was asked for
        this.items = all.subList(0, (int) Math.min(all.size(), request.remaining()));
    }

    /** The answer that the page came with. */
    public LeadIQResponse response() {
        return response;
    }

    /** How many items there are on the page, those that the server has left out among them. */
    public int size() {
        return items.size();
    }

    /** The JSON of an item, or nothing when the server has left it out. */
    public Optional<JsonSlice> item(int index) {
        return Optional.ofNullable(items.get(index).json());
    }

    /** The size of the whole list as the first page told it, or null. */
    public Long total() {
        return request.total() == null ? response.page().total() : request.total();
    }

    /**
     * Where to go on when so many items of the page are done. Where the server names only whole pages, that is the start
     * of this page until all are done.
     */
    public PagePosition positionAfter(int count) {
        if (count == 0) {
            return request.position();
        }
        if (request.position().offset() != null) {
            return PagePosition.at(request.position().offset() + count);
        }
        String cursor = items.get(count - 1).cursor();
        if (cursor == null && count == items.size()) {
            cursor = response.page().cursor();
        }
        return cursor == null ? request.position() : PagePosition.at(cursor);
    }

    /** Whether more can be had: more is wanted, and the server did not say that this is the end. */
    public boolean hasNext() {
        return !items.isEmpty()
                && items.size() < request.remaining()
                && !Boolean.FALSE.equals(response.page().hasMore())
                && !isEndByCount();
    }

    /**
     * Totals are approximate, so they end a list only together with another sign: a page that is not full, or that
     * nothing further can be asked for.
     */
    private boolean isEndByCount() {
        Integer offset = positionAfter(items.size()).offset();
        return offset != null
                && total() != null
                && offset >= total()
                && (items.size() < request.limit() || offset >= RequestBuilder.LISTED);
    }

    /** @throws LeadIQProtocolException when the server does not tell how to go on */
    PageRequest next() {
        PagePosition position = positionAfter(items.size());
        if (position.equals(request.position())) {
            throw new LeadIQProtocolException(
                    request.request().operation().graphqlName(),
                    "the answer has no cursor, or the same one again, so there is no way to the next page",
                    null);
        }
        return request.goOn(position, request.remaining() - items.size(), total());
    }

    /** Whether more is there and wanted than LeadIQ lists, as far as the total can be trusted. */
    public boolean leadsTooFar() {
        Integer offset = request.position().offset();
        return offset != null
                && total() != null
                && total() > RequestBuilder.LISTED
                && request.remaining() > RequestBuilder.LISTED - offset;
    }

    /** Not the items: they are personal data. */
    @Override
    public String toString() {
        return "LeadIQPage[" + items.size() + " items from "
                + request.position().text() + "]";
    }
}
