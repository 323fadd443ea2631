/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.internal.call.CallResult;
import java.util.concurrent.CompletableFuture;

/** Runs operations that cost nothing. */
@FunctionalInterface
public interface FreeCalls {

    CompletableFuture<CallResult> call(LeadIQOperation operation, ObjectNode arguments, CallOptions options);
}
