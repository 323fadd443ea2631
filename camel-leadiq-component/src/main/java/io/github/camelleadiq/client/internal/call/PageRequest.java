/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.PageLimits;
import io.github.camelleadiq.client.PagePosition;
import io.github.camelleadiq.client.Paging.Way;
import io.github.camelleadiq.client.internal.document.PageForm;
import java.util.List;

/**
 * A page to ask for.
 *
 * @param request what is paged through, its arguments as our schema wants them
 * @param position where the page starts
 * @param size how many items to ask for on a page
 * @param remaining how many items are wanted from here on
 * @param form how the document asks for it
 * @param total the size of the whole list as the first page told it, or null
 */
public record PageRequest(
        LeadIQRequest request, PagePosition position, int size, long remaining, PageForm form, Long total) {

    /** Where the arguments do not say. Fits an answer well, and is no great loss when it turns out not to be needed. */
    private static final int DEFAULT_SIZE = 100;

    /**
     * The page that the arguments ask for.
     *
     * @throws LeadIQInvalidRequestException when the arguments ask for pages without items
     */
    public static PageRequest first(LeadIQRequest request, PageLimits limits) {
        Way way = request.operation().paging().way();
        JsonNode start = get(request.arguments(), way.start());
        JsonNode size = get(request.arguments(), way.size());
        if (size.isNumber() && size.intValue() < 1) {
            throw new LeadIQInvalidRequestException(
                    request.operation().graphqlName(),
                    String.join(".", way.size()),
                    "must be at least 1 to page through anything");
        }
        return new PageRequest(
                request,
                way.byOffset() ? PagePosition.at(start.asInt(0)) : PagePosition.at(start.textValue()),
                size.isNumber() ? size.intValue() : DEFAULT_SIZE,
                limits.maxItems(),
                PageForm.FIRST,
                null);
    }

    public PageRequest goOn(PagePosition newPosition, long newRemaining, Long newTotal) {
        return new PageRequest(request, newPosition, size, newRemaining, PageForm.LATER, newTotal);
    }

    /** How many items to ask for: no more than are wanted, and none that LeadIQ does not list. */
    public int limit() {
        long limit = Math.min(size, remaining);
        if (position.offset() != null && position.offset() < RequestBuilder.LISTED) {
            limit = Math.min(limit, RequestBuilder.LISTED - position.offset());
        }
        return (int) limit;
    }

    /** The request with the arguments that ask for this page. */
    public LeadIQRequest toRequest() {
        Way way = request.operation().paging().way();
        ObjectNode arguments = request.arguments().deepCopy();
        set(arguments, way.size(), IntNode.valueOf(limit()));
        if (position.offset() != null) {
            set(arguments, way.start(), IntNode.valueOf(position.offset()));
        } else if (position.cursor() != null) {
            set(arguments, way.start(), TextNode.valueOf(position.cursor()));
        }
        return new LeadIQRequest(request.operation(), request.selection(), arguments, request.options());
    }

    private static JsonNode get(JsonNode arguments, List<String> path) {
        JsonNode node = arguments;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    private static void set(ObjectNode arguments, List<String> path, JsonNode value) {
        ObjectNode parent = arguments;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = parent.withObject("/" + name);
        }
        parent.set(path.get(path.size() - 1), value);
    }

    /** Not the arguments: they are personal data. */
    @Override
    public String toString() {
        return "PageRequest[" + request.operation().graphqlName() + " from " + position.text() + "]";
    }
}
