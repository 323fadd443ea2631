/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.GraphQLCall;
import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.GraphQLSender;
import io.github.camelleadiq.client.GraphQLSender.Sent;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQRequestTooLargeException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.document.BatchTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a batch as one request. When that fails as a whole, finds out for whom: calls that the errors name fail alone and
 * the others go again; without names the batch is halved, so that one bad record cannot take its neighbours along.
 */
final class BatchSender {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSender.class);

    /** How servers word that a document asks for too much at once. */
    private static final Pattern TOO_MUCH =
            Pattern.compile("alias|complex|depth|cost|too (?:many|large|long|big)", Pattern.CASE_INSENSITIVE);

    private final CallHandler single;
    private final GraphQLSender sender;
    /** What this server takes, as far as it has said. */
    private final AtomicInteger accepted = new AtomicInteger(Integer.MAX_VALUE);

    BatchSender(CallHandler single, GraphQLSender sender) {
        this.single = single;
        this.sender = sender;
    }

    /** Every call is settled exactly once, sooner or later. */
    void send(List<PendingCall> batch) {
        int limit = accepted.get();
        if (batch.size() > limit) {
            for (int from = 0; from < batch.size(); from += limit) {
                send(batch.subList(from, Math.min(batch.size(), from + limit)));
            }
        } else if (batch.size() == 1) {
            sendAlone(batch.get(0));
        } else {
            sendTogether(List.copyOf(batch));
        }
    }

    private void sendAlone(PendingCall pending) {
        single.handle(pending.call()).whenComplete((answer, failure) -> {
            if (failure == null) {
                pending.answer().complete(answer);
            } else {
                pending.answer().completeExceptionally(unwrap(failure));
            }
        });
    }

    private void sendTogether(List<PendingCall> batch) {
        GraphQLCall request = request(batch);
        sender.send(request, true).whenComplete((sent, failure) -> {
            if (failure == null) {
                received(batch, request, sent);
            } else {
                failed(batch, request, unwrap(failure));
            }
        });
    }

    private void received(List<PendingCall> batch, GraphQLCall request, Sent sent) {
        List<PendingCall> leftOut;
        try {
            leftOut = BatchAnswers.settle(batch, request, sent);
        } catch (LeadIQProtocolException e) {
            failed(batch, request, e);
            return;
        }
        // alone, so that a server that keeps silent about them is not asked for ever
        leftOut.forEach(this::sendAlone);
    }

    private void failed(List<PendingCall> batch, GraphQLCall request, Throwable failure) {
        if (failure instanceof LeadIQGraphQLException errors) {
            failedWith(batch, request, errors);
        } else if (failure instanceof LeadIQRequestTooLargeException) {
            rememberTooMuch(batch.size());
            halve(batch);
        } else if (failure instanceof LeadIQServerException
                || failure instanceof LeadIQProtocolException
                || failure instanceof LeadIQTransportException transport && transport.mayHaveBeenProcessed()) {
            halve(batch);
        } else {
            failAll(batch, failure);
        }
    }

    /** All data is gone, because the server may not answer null for any lookup; the errors tell which one it was. */
    private void failedWith(List<PendingCall> batch, GraphQLCall request, LeadIQGraphQLException failure) {
        Set<PendingCall> culprits = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            List<GraphQLError> own = BatchAnswers.errorsAt(BatchTemplate.alias(i), failure.getErrors());
            if (!own.isEmpty()) {
                culprits.add(batch.get(i));
                batch.get(i).answer().completeExceptionally(BatchAnswers.failure(batch.get(i), request, own, null));
            }
        }
        if (!culprits.isEmpty()) {
            List<PendingCall> others = batch.stream()
                    .filter(pending -> !culprits.contains(pending))
                    .toList();
            if (!others.isEmpty()) {
                send(others);
            }
            return;
        }
        if (failure.getErrors().stream()
                .anyMatch(error -> TOO_MUCH.matcher(error.message()).find())) {
            rememberTooMuch(batch.size());
        }
        halve(batch);
    }

    private void halve(List<PendingCall> batch) {
        int middle = batch.size() / 2;
        send(batch.subList(0, middle));
        send(batch.subList(middle, batch.size()));
    }

    private void rememberTooMuch(int size) {
        int half = Math.max(1, size / 2);
        if (accepted.getAndAccumulate(half, Math::min) > half) {
            LOG.warn("The server refuses {} lookups in one request; going on with {}", size, half);
        }
    }

    private static void failAll(List<PendingCall> batch, Throwable failure) {
        batch.forEach(pending -> pending.answer().completeExceptionally(failure));
    }

    private static GraphQLCall request(List<PendingCall> batch) {
        PreparedCall first = batch.get(0).call();
        ObjectNode variables = first.variables().deepCopy();
        variables.remove(BatchTemplate.INPUT);
        for (int i = 0; i < batch.size(); i++) {
            variables.set(
                    BatchTemplate.variable(i), batch.get(i).call().variables().get(BatchTemplate.INPUT));
        }
        return new GraphQLCall(
                first.operation().graphqlName(),
                first.operation().kind(),
                first.document().batch().text(batch.size()),
                first.document().batch().operationName(),
                variables,
                first.options().key(),
                first.options().headers(),
                null);
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() instanceof LeadIQException known
                ? known
                : failure;
    }
}
