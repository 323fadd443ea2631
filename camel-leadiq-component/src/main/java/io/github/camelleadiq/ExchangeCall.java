/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What an endpoint does with an exchange. */
@FunctionalInterface
interface ExchangeCall {

    /**
     * Sends what the message asks for. The answer is what writes itself into the message.
     *
     * @throws io.github.camelleadiq.client.LeadIQException when the message is wrong
     */
    CompletableFuture<Consumer<Message>> send(Exchange exchange, CallOptions options);
}
