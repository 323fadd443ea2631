/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQPage;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.PageLimits;
import io.github.camelleadiq.client.PagePosition;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers with the items of all pages: one after another, or all at once. */
final class PagedAnswer {

    private final LeadIQEndpoint endpoint;
    private final PackagedCall call;
    private final PageLimits limits;
    private final JsonDecoder decoder;

    PagedAnswer(LeadIQEndpoint endpoint, PackagedCall call, LeadIQOperation operation) {
        this.endpoint = endpoint;
        this.call = call;
        this.limits = endpoint.getMaxItems() == null ? PageLimits.NONE : new PageLimits(endpoint.getMaxItems());
        this.decoder = new JsonDecoder(
                call.name(),
                Json.MAPPER.constructType(operation.paging().items().type()),
                endpoint.getConfiguration().getResultType());
    }

    /** The first page is there when the exchange goes on: what is wrong with the request fails the exchange itself. */
    CompletableFuture<Consumer<Message>> stream(Exchange exchange, CallOptions options) {
        LeadIQClient client = endpoint.client();
        return client.firstPage(call.request(exchange, options), limits)
                .thenApply(first -> message -> writeStream(message, client, first));
    }

    CompletableFuture<Consumer<Message>> all(Exchange exchange, CallOptions options) {
        LeadIQClient client = endpoint.client();
        return new PageCollector(call.name(), client::nextPage, decoder, !limits.equals(PageLimits.NONE))
                .collect(client.firstPage(call.request(exchange, options), limits))
                .thenApply(collected -> message -> writeAll(message, collected));
    }

    private void writeStream(Message message, LeadIQClient client, LeadIQPage first) {
        LeadIQItems items = new PrefetchingItems(call.name(), first, client::nextPage, decoder, endpoint.workers());
        AnswerWriter.writeHeaders(message, call.name(), first.response());
        message.removeHeader(LeadIQConstants.HAS_MORE);
        writePosition(message, items.position());
        message.setBody(items);
    }

    private void writeAll(Message message, PageCollector.Collected collected) {
        LeadIQPage last = collected.last();
        AnswerWriter.writeHeaders(message, call.name(), last.response());
        message.setHeader(LeadIQConstants.REQUEST_COUNT, collected.requestCount());
        AnswerWriter.set(message, LeadIQConstants.TOTAL, last.total());
        writePosition(message, last.positionAfter(last.size()));
        message.setBody(collected.items());
    }

    static void writePosition(Message message, PagePosition position) {
        AnswerWriter.set(message, LeadIQConstants.NEXT_OFFSET, position.offset());
        AnswerWriter.set(message, LeadIQConstants.NEXT_CURSOR, position.cursor());
    }
}
