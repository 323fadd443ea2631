/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.PageState;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.CompiledDocument;
import io.github.camelleadiq.client.internal.graphql.AnswerData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CoalescingHandlerTest {

    private static final CallResult ANSWER = new CallResult(
            new AnswerData(new JsonSlice("{}".getBytes(), 0, 2), List.of(), new PageState(null, null, null)),
            List.of(),
            Map.of(),
            3);

    private final List<CompletableFuture<List<CallOutcome>>> sent = new ArrayList<>();
    private final CoalescingHandler handler = new CoalescingHandler(
            call -> {
                CompletableFuture<List<CallOutcome>> future = new CompletableFuture<>();
                sent.add(future);
                return future;
            },
            Runnable::run,
            operation -> {});

    @Test
    void equalLookupsShareOneRequestAndCountItOnce() {
        CompletableFuture<List<CallOutcome>> first = handler.handle(List.of(lookup("a", "key")));
        CompletableFuture<List<CallOutcome>> second = handler.handle(List.of(lookup("A ", "key")));

        sent.get(0).complete(List.of(CallOutcome.of(ANSWER)));

        assertThat(sent).hasSize(1);
        assertThat(first.join().get(0).answer().requestCount()).isEqualTo(3);
        assertThat(second.join().get(0).answer().requestCount()).isZero();
        assertThat(second.join().get(0).answer().data()).isEqualTo(ANSWER.data());
    }

    @Test
    void theEqualOnesOfAListShareARequestAsWell() {
        handler.handle(List.of(lookup("b", "key")));

        CompletableFuture<List<CallOutcome>> list =
                handler.handle(List.of(lookup("a", "key"), lookup("b", "key"), lookup("A", "key"), lookup("c", "key")));

        assertThat(sent).hasSize(2);
        sent.get(1).complete(List.of(CallOutcome.of(ANSWER), CallOutcome.of(ANSWER)));
        assertThat(list).isNotDone();
        sent.get(0).complete(List.of(CallOutcome.of(ANSWER)));
        assertThat(list.join())
                .extracting(outcome -> outcome.answer().requestCount())
                .containsExactly(3, 0, 0, 3);
    }

    @Test
    void whatIsDoneIsNotShared() {
        handler.handle(List.of(lookup("a", "key")));
        sent.get(0).complete(List.of(CallOutcome.of(ANSWER)));

        handler.handle(List.of(lookup("a", "key")));

        assertThat(sent).hasSize(2);
    }

    @Test
    void othersHaveTheirOwnRequest() {
        handler.handle(List.of(lookup("a", "key")));
        handler.handle(List.of(lookup("b", "key")));
        handler.handle(List.of(lookup("a", "other-key")));
        handler.handle(List.of(call(LeadIQOperation.USAGE, "a", "key")));
        handler.handle(List.of(call(LeadIQOperation.USAGE, "a", "key")));
        handler.handle(List.of(call(LeadIQOperation.SEARCH_PEOPLE, "a", "key", Map.of("X-Tenant", "one"))));

        assertThat(sent).hasSize(6);
    }

    @Test
    void givingUpLeavesTheOthersAlone() {
        CompletableFuture<List<CallOutcome>> first = handler.handle(List.of(lookup("a", "key")));
        CompletableFuture<List<CallOutcome>> second = handler.handle(List.of(lookup("a", "key")));
        CompletableFuture<List<CallOutcome>> third = handler.handle(List.of(lookup("a", "key")));

        first.cancel(true);
        second.cancel(true);

        assertThat(sent.get(0)).isNotDone();
        sent.get(0).complete(List.of(CallOutcome.of(ANSWER)));
        assertThat(third).isCompleted();
    }

    @Test
    void aFailureIsSharedAndThenForgotten() {
        CompletableFuture<List<CallOutcome>> first = handler.handle(List.of(lookup("a", "key")));
        CompletableFuture<List<CallOutcome>> second = handler.handle(List.of(lookup("a", "key")));

        LeadIQTransportException gone = new LeadIQTransportException("searchPeople", "gone", true, null);
        sent.get(0).complete(List.of(CallOutcome.failed(gone)));

        assertThat(first.join().get(0).failure()).isSameAs(gone);
        assertThat(second.join().get(0).failure()).isSameAs(gone);
        handler.handle(List.of(lookup("a", "key")));
        assertThat(sent).hasSize(2);
    }

    @Test
    void nobodyHangsWhenThereAreNoThreadsLeft() {
        CoalescingHandler stopped = new CoalescingHandler(
                call -> {
                    CompletableFuture<List<CallOutcome>> future = new CompletableFuture<>();
                    sent.add(future);
                    return future;
                },
                task -> {
                    throw new RejectedExecutionException();
                },
                operation -> {});
        stopped.handle(List.of(lookup("a", "key")));
        CompletableFuture<List<CallOutcome>> second = stopped.handle(List.of(lookup("a", "key")));

        sent.get(0).complete(List.of(CallOutcome.of(ANSWER)));

        assertThat(second).isCompleted();
    }

    @Test
    void aThrowingHandlerLeavesNothingBehind() {
        CoalescingHandler throwing = new CoalescingHandler(
                call -> {
                    throw new IllegalStateException("broken");
                },
                Runnable::run,
                operation -> {});

        assertThat(throwing.handle(List.of(lookup("a", "key")))).isCompletedExceptionally();
        assertThat(throwing.handle(List.of(lookup("a", "key")))).isCompletedExceptionally();
    }

    private static PreparedCall lookup(String email, String key) {
        return call(LeadIQOperation.SEARCH_PEOPLE, email, key);
    }

    private static PreparedCall call(LeadIQOperation operation, String email, String key) {
        return call(operation, email, key, Map.of());
    }

    private static PreparedCall call(LeadIQOperation operation, String email, String key, Map<String, String> headers) {
        ObjectNode variables = new ObjectMapper().createObjectNode();
        variables.putObject("input").put("email", email);
        CallOptions options = new CallOptions(ApiKey.of(key, ApiKey.Format.PLAIN), false, headers);
        return new PreparedCall(
                new LeadIQRequest(operation, Selection.DEFAULT, variables, options),
                new CompiledDocument("X", "query X { x }", Set.of("input"), Set.of(), List.of(), Set.of(), null, null),
                variables);
    }
}
