/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.LeadIQPageException;
import io.github.camelleadiq.client.PagePosition;
import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The items of a list, page by page: the body after a call with {@code paging=stream}, made for
 * {@code split(body()).streaming()}. The next page is under way while the items of one are taken.
 *
 * <p>Items are records, Maps or JSON bytes, as {@code resultType} says. A page that cannot be had is told once, by a
 * {@link LeadIQPageException} that {@link #next()} throws; after that there are no more.
 *
 * <p>For one thread at a time, except that any thread may close it.
 */
public interface LeadIQItems extends Iterator<Object>, Closeable {

    /**
     * Where to go on after the last item that was taken, whether or not the work on it went well: an offset for {@code input.skip}, or a cursor for {@code after}
     * or {@code cursor}. {@code lists} and {@code list} name only whole pages, so there it is the start of the page until
     * its last item is taken.
     */
    PagePosition position();

    /** Errors that came with the page of the last item, when {@code partialData} is {@code keep}. */
    List<GraphQLError> errors();

    /**
     * The same items, each in a message that has the headers of the exchange and besides them, in
     * {@code CamelLeadIQNextOffset} or {@code CamelLeadIQNextCursor}, where to go on after it. For
     * {@code split(simple("${body.messages}"))}, which also tells parallel branches of a route where their item stands.
     */
    Iterator<Message> messages(Exchange exchange);

    /** Asks for no further page. There are no more items then. */
    @Override
    void close();
}
