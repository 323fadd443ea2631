/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** What an endpoint does with a message: one of the packaged operations, or a document of the user's own. */
interface OperationCall {

    /**
     * Sends what the message asks for.
     *
     * @throws io.github.camelleadiq.client.LeadIQInvalidRequestException when the message is wrong
     */
    CompletableFuture<Reply> send(Exchange exchange, CallOptions options);
}
