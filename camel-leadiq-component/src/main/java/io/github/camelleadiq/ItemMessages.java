/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import java.io.Closeable;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** Items in messages that know where they stand. */
final class ItemMessages implements Iterator<Message>, Closeable {

    private final LeadIQItems items;
    private final Exchange exchange;

    ItemMessages(LeadIQItems items, Exchange exchange) {
        this.items = items;
        this.exchange = exchange;
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Message next() {
        Object item = items.next();
        Message message = new DefaultMessage(exchange);
        message.getHeaders().putAll(exchange.getMessage().getHeaders());
        message.setBody(item);
        PagedAnswer.writePosition(message, items.position());
        AnswerWriter.set(message, LeadIQConstants.ERRORS, items.errors());
        return message;
    }

    @Override
    public void close() {
        items.close();
    }
}
