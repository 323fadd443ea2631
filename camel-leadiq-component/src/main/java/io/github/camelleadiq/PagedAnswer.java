/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQPage;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.PageLimits;
import io.github.camelleadiq.client.PagePosition;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers with the items of all pages: one after another, or all at once. */
final class PagedAnswer {

    private final LeadIQEndpoint endpoint;
    private final PackagedCall call;
    private final LeadIQOperation operation;
    private final PageLimits limits;
    private final JsonDecoder decoder;

    PagedAnswer(LeadIQEndpoint endpoint, PackagedCall call, LeadIQOperation operation) {
        this.endpoint = endpoint;
        this.call = call;
        this.operation = operation;
        this.limits = endpoint.getMaxItems() == null ? PageLimits.NONE : new PageLimits(endpoint.getMaxItems());
        this.decoder = new JsonDecoder(
                operation.graphqlName(),
                JsonText.MAPPER.constructType(operation.paging().items().type()),
                endpoint.getConfiguration().getResultType());
    }

    /** The first page is there when the exchange goes on: what is wrong with the request fails the exchange itself. */
    CompletableFuture<Reply> stream(Exchange exchange, CallOptions options) {
        LeadIQClient client = endpoint.client();
        return client.firstPage(request(exchange, options), limits)
                .thenApply(first -> message -> writeStream(message, client, first));
    }

    CompletableFuture<Reply> all(Exchange exchange, CallOptions options) {
        LeadIQClient client = endpoint.client();
        return new PageCollector(operation.graphqlName(), client::nextPage, decoder, !limits.equals(PageLimits.NONE))
                .collect(client.firstPage(request(exchange, options), limits))
                .thenApply(collected -> message -> writeAll(message, collected));
    }

    /** Elsewhere a list is many lookups, each with a result of its own. Here it could not be told whose the items are. */
    private LeadIQRequest request(Exchange exchange, CallOptions options) {
        if (operation.isLookup() && LookupList.isList(exchange.getMessage().getBody())) {
            throw new LeadIQInvalidRequestException(
                    operation.graphqlName(),
                    "body",
                    "is a list, and paging=stream and all go through the pages of one search: split the list first, or"
                            + " look up all its elements with paging=page");
        }
        return call.request(exchange, options);
    }

    private void writeStream(Message message, LeadIQClient client, LeadIQPage first) {
        LeadIQItems items =
                new PrefetchingItems(operation.graphqlName(), first, client::nextPage, decoder, endpoint.workers());
        AnswerWriter.writeHeaders(message, operation.graphqlName(), first.response());
        message.removeHeader(LeadIQConstants.HAS_MORE);
        writePosition(message, items.position());
        message.setBody(items);
    }

    private void writeAll(Message message, PageCollector.Collected collected) {
        LeadIQPage last = collected.last();
        AnswerWriter.writeHeaders(message, operation.graphqlName(), last.response());
        message.setHeader(LeadIQConstants.REQUEST_COUNT, collected.requestCount());
        AnswerWriter.writeCredits(message, collected.credits());
        AnswerWriter.set(message, LeadIQConstants.TOTAL, last.total());
        writePosition(message, last.positionAfter(last.size()));
        message.setBody(collected.items());
    }

    static void writePosition(Message message, PagePosition position) {
        AnswerWriter.set(message, LeadIQConstants.NEXT_OFFSET, position.offset());
        AnswerWriter.set(message, LeadIQConstants.NEXT_CURSOR, position.cursor());
    }
}
