/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQMetrics;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQRequestTooLargeException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import io.github.camelleadiq.client.internal.document.BatchTemplate;
import io.github.camelleadiq.client.internal.graphql.GraphQLRequest;
import io.github.camelleadiq.client.internal.graphql.GraphQLResponse;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender.Sent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Sends a batch as one request. When that fails as a whole, finds out for whom: calls that the errors name fail alone and
 * the others go again; without names the batch is halved, so that one bad record cannot take its neighbours along. Before
 * that a few of its records are tried alone: when not one of them works, the server is the reason, and asking it for each
 * record would only be a burden.
 */
final class BatchSender {

    /** How servers word that a document asks for too much at once. */
    private static final Pattern TOO_MUCH = Pattern.compile(
            "alias|complex|depth|cost|\\btokens\\b|too (?:many|large|long|big)", Pattern.CASE_INSENSITIVE);

    /** So many bad records, and not one good, would be a strange list. */
    private static final int PROBES = 3;

    /** How often a record of a batch whose answer was lost is tried alone when that answer is lost as well. */
    private static final int TRIES_ALONE = 3;

    private final GraphQLSender sender;
    private final LeadIQMetrics metrics;
    private final BatchLimit limit;
    private final Map<Optional<ApiKey>, Search> searches = new ConcurrentHashMap<>();
    /** When a search for what the credits still pay for last ended with a refusal. */
    private final Map<Optional<ApiKey>, Long> refusedAt = new ConcurrentHashMap<>();

    /** @param size lookups of a request at most, or {@code BATCH_SIZE_AUTO} */
    BatchSender(GraphQLSender sender, int size, LeadIQMetrics metrics) {
        this.limit = new BatchLimit(size, System::nanoTime);
        this.sender = sender;
        this.metrics = metrics;
    }

    /** Lookups of a request at most, at this moment. */
    int size() {
        return limit.size();
    }

    /** Whether {@link #size()} grows with what the server shows. */
    boolean grows() {
        return limit.grows();
    }

    /** Every call is settled exactly once, sooner or later, whatever is thrown on the way. */
    void send(List<PendingCall> batch) {
        settling(batch, () -> send(batch, false));
    }

    /** An exception in a callback of a future is swallowed there, and its calls would never come back. */
    private static void settling(List<PendingCall> batch, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            for (PendingCall pending : batch) {
                String operation = pending.call().operation().graphqlName();
                pending.failed(new LeadIQProtocolException(operation, "what came of it could not be processed", e));
            }
        }
    }

    /** @param serverWorks whether the server has answered a part of the same batch */
    private void send(List<PendingCall> batch, boolean serverWorks) {
        int most = limit.size();
        if (batch.size() > most) {
            for (int from = 0; from < batch.size(); from += most) {
                sendAtOnce(batch.subList(from, Math.min(batch.size(), from + most)), serverWorks);
            }
        } else {
            sendAtOnce(batch, serverWorks);
        }
    }

    private void sendAtOnce(List<PendingCall> batch, boolean serverWorks) {
        if (batch.size() == 1) {
            sendAlone(batch.get(0), serverWorks ? TRIES_ALONE : 1);
        } else {
            sendTogether(List.copyOf(batch), serverWorks);
        }
    }

    private void sendAlone(PendingCall pending, int tries) {
        PreparedCall call = pending.call();
        String operation = call.operation().graphqlName();
        boolean isLookup = call.isLookup();
        if (isLookup) {
            metrics.batched(operation, 1);
        }
        GraphQLRequest request = new GraphQLRequest(
                operation,
                call.operation().kind(),
                call.document().text(),
                call.document().operationName(),
                call.variables(),
                call.options().key(),
                call.options().headers(),
                operation,
                Map.of(operation, call.document().answer()));
        sender.send(request, call.options().keepPartialData())
                .whenComplete((sent, trouble) ->
                        settling(List.of(pending), () -> receivedAlone(pending, tries, sent, trouble)));
    }

    private void receivedAlone(PendingCall pending, int tries, Sent sent, Throwable trouble) {
        boolean isLookup = pending.call().isLookup();
        LeadIQException failure = trouble == null ? null : known(trouble);
        if (isLookup) {
            count(1, failure instanceof LeadIQRateLimitException ? 1 : 0);
            if (isTooMuch(failure)) {
                limit.tooLarge(1);
            }
        }
        if (failure == null) {
            if (isLookup) {
                limit.answered(1, sent.took());
            }
            GraphQLResponse envelope = sent.envelope();
            pending.answered(
                    new CallResult(envelope.answer(), envelope.errors(), envelope.extensions(), sent.requestCount()));
        } else if (tries > 1 && isLost(failure)) {
            sendAlone(pending, tries - 1);
        } else {
            pending.failedAlone(failure);
        }
    }

    /** Whether the answer did not arrive or not whole, which says little about the record. */
    private static boolean isLost(Throwable failure) {
        return failure instanceof LeadIQProtocolException
                || failure instanceof LeadIQTransportException transport && transport.mayHaveBeenProcessed();
    }

    private void sendTogether(List<PendingCall> batch, boolean serverWorks) {
        GraphQLRequest request = request(batch);
        metrics.batched(request.operation(), batch.size());
        long sentAt = System.nanoTime();
        sender.send(request, true)
                .whenComplete((sent, failure) -> settling(batch, () -> {
                    if (failure == null) {
                        count(batch.size(), sent.refusals());
                        limit.answered(batch.size(), sent.took());
                        received(batch, request, sent, serverWorks, sentAt);
                    } else {
                        failed(batch, request, known(failure), serverWorks, sentAt);
                    }
                }));
    }

    private void received(
            List<PendingCall> batch, GraphQLRequest request, Sent sent, boolean serverWorks, long sentAt) {
        List<PendingCall> leftOut;
        try {
            leftOut = BatchAnswers.settle(batch, request, sent);
        } catch (LeadIQProtocolException e) {
            failed(batch, request, e, serverWorks, sentAt);
            return;
        }
        // alone, so that a server that keeps silent about them is not asked for ever
        leftOut.forEach(pending -> sendAlone(pending, TRIES_ALONE));
    }

    private void failed(
            List<PendingCall> batch,
            GraphQLRequest request,
            LeadIQException failure,
            boolean serverWorks,
            long sentAt) {
        if (failure instanceof LeadIQGraphQLException errors) {
            failedWith(batch, request, errors, serverWorks);
        } else if (failure instanceof LeadIQRequestTooLargeException) {
            limit.tooLarge(batch.size());
            halve(batch, serverWorks);
        } else if (failure instanceof LeadIQRateLimitException refusal && refusal.isTransient()) {
            limit.refused(batch.size());
            halveInTurn(batch, failure, LeadIQRateLimitException.class);
        } else if (failure instanceof LeadIQInsufficientCreditsException) {
            payForSome(batch, failure, sentAt);
        } else if (failure instanceof LeadIQServerException || isLost(failure)) {
            divide(batch, failure, serverWorks);
        } else {
            failAll(batch, failure);
        }
    }

    /** All data is gone, because the server may not answer null for any lookup; the errors tell which one it was. */
    private void failedWith(
            List<PendingCall> batch, GraphQLRequest request, LeadIQGraphQLException failure, boolean serverWorks) {
        Set<PendingCall> culprits = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            List<GraphQLError> own = BatchAnswers.errorsAt(BatchTemplate.alias(i), failure.getErrors());
            if (!own.isEmpty()) {
                culprits.add(batch.get(i));
                batch.get(i).failedAlone(BatchAnswers.failure(batch.get(i), request, own, null));
            }
        }
        if (!culprits.isEmpty()) {
            List<PendingCall> others = batch.stream()
                    .filter(pending -> !culprits.contains(pending))
                    .toList();
            if (!others.isEmpty()) {
                send(others, true);
            }
            return;
        }
        if (isTooMuch(failure)) {
            limit.tooLarge(batch.size());
            halve(batch, serverWorks);
        } else {
            divide(batch, failure, serverWorks);
        }
    }

    private static boolean isTooMuch(Throwable failure) {
        return failure instanceof LeadIQRequestTooLargeException
                || failure instanceof LeadIQGraphQLException answered
                        && answered.getErrors().stream().anyMatch(error -> TOO_MUCH.matcher(error.message())
                                .find());
    }

    private void divide(List<PendingCall> batch, LeadIQException failure, boolean serverWorks) {
        if (serverWorks) {
            wasLate(batch, failure);
            halve(batch, true);
        } else {
            probe(batch, failure, PROBES);
        }
    }

    /** Size can be the reason of it only if the server works: after an outage requests are as large as before. */
    private void wasLate(List<PendingCall> batch, LeadIQException failure) {
        if (failure instanceof LeadIQServerException || isLost(failure)) {
            limit.late(batch.size());
        }
    }

    /**
     * Tries a few records alone, one after the other and from anywhere in the batch, since bad ones often stand together.
     * When one works, it goes on with the rest.
     */
    private void probe(List<PendingCall> batch, LeadIQException failure, int probes) {
        PendingCall probed = batch.get(ThreadLocalRandom.current().nextInt(batch.size()));
        List<PendingCall> rest =
                batch.stream().filter(pending -> pending != probed).toList();
        probed.outcome()
                .thenAccept(outcome -> settling(rest, () -> {
                    if (rest.isEmpty()) {
                        return;
                    }
                    if (!outcome.isFailure()) {
                        wasLate(batch, failure);
                        send(rest, true);
                    } else if (probes > 1) {
                        probe(rest, failure, probes - 1);
                    } else {
                        failAll(rest, failure);
                    }
                }));
        sendAlone(probed, TRIES_ALONE);
    }

    private void halve(List<PendingCall> batch, boolean serverWorks) {
        int middle = batch.size() / 2;
        send(batch.subList(0, middle), serverWorks);
        send(batch.subList(middle, batch.size()), serverWorks);
    }

    /**
     * What the server refuses all of, it may let some of pass: as much as the credits pay for, or as the limit counts. One
     * half after the other, until even a single lookup is refused; then the rest would be as well, each after its own
     * repetitions.
     */
    private void halveInTurn(
            List<PendingCall> batch, LeadIQException failure, Class<? extends LeadIQException> refusal) {
        int middle = batch.size() / 2;
        List<PendingCall> first = batch.subList(0, middle);
        List<PendingCall> second = batch.subList(middle, batch.size());
        PendingCall.all(first)
                .thenAccept(outcomes -> settling(second, () -> {
                    if (outcomes.stream().anyMatch(outcome -> refusal.isInstance(outcome.failure()))) {
                        failAll(second, failure);
                    } else {
                        send(second, outcomes.stream().anyMatch(outcome -> !outcome.isFailure()));
                    }
                }));
        send(first);
    }

    /**
     * One batch finds out what the credits of a key still pay for, by some seven requests. Others that were sent before its
     * end wait for it, and are refused as its last lookup was.
     *
     * @param sentAt when the batch was sent
     */
    private void payForSome(List<PendingCall> batch, LeadIQException failure, long sentAt) {
        Optional<ApiKey> key = Optional.ofNullable(batch.get(0).call().options().key());
        Search ours = new Search(Set.copyOf(batch), new CompletableFuture<>());
        Search under = searches.putIfAbsent(key, ours);
        if (under != null && under.of().contains(batch.get(0))) {
            halveInTurn(batch, failure, LeadIQInsufficientCreditsException.class);
            return;
        }
        if (under == null) {
            PendingCall.all(batch).thenAccept(outcomes -> ended(key, ours, outcomes));
            Long refused = refusedAt.get(key);
            if (refused != null && sentAt - refused < 0) {
                failAll(batch, failure);
            } else {
                halveInTurn(batch, failure, LeadIQInsufficientCreditsException.class);
            }
            return;
        }
        under.refused()
                .thenAccept(refused -> settling(batch, () -> {
                    if (refused) {
                        failAll(batch, failure);
                    } else {
                        send(batch);
                    }
                }));
    }

    private void ended(Optional<ApiKey> key, Search search, List<CallOutcome> outcomes) {
        boolean refused =
                outcomes.stream().anyMatch(outcome -> outcome.failure() instanceof LeadIQInsufficientCreditsException);
        if (refused) {
            refusedAt.put(key, System.nanoTime());
        }
        searches.remove(key, search);
        search.refused().complete(refused);
    }

    /**
     * A search for what the credits still pay for.
     *
     * @param of the batch that is searched
     * @param refused whether one of it was refused in the end
     */
    private record Search(Set<PendingCall> of, CompletableFuture<Boolean> refused) {}

    private void count(int size, int refusals) {
        if (refusals == 0) {
            limit.passed(size);
        } else {
            limit.refused(size);
        }
    }

    private static void failAll(List<PendingCall> batch, LeadIQException failure) {
        batch.forEach(pending -> pending.failed(failure));
    }

    private static GraphQLRequest request(List<PendingCall> batch) {
        PreparedCall first = batch.get(0).call();
        ObjectNode variables = first.variables().deepCopy();
        variables.remove(BatchTemplate.INPUT);
        Map<String, AnswerShape> shapes = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            PreparedCall call = batch.get(i).call();
            variables.set(BatchTemplate.variable(i), call.variables().get(BatchTemplate.INPUT));
            shapes.put(BatchTemplate.alias(i), call.document().answer());
        }
        return new GraphQLRequest(
                first.operation().graphqlName(),
                first.operation().kind(),
                text(batch),
                first.document().batch().operationName(),
                variables,
                first.options().key(),
                first.options().headers(),
                null,
                shapes);
    }

    /** Equal selections are written once, whichever call brought them. */
    private static String text(List<PendingCall> batch) {
        Map<String, BatchTemplate> templates = new HashMap<>();
        List<BatchTemplate> lookups = batch.stream()
                .map(pending -> pending.call().document())
                .map(document -> templates.computeIfAbsent(document.text(), any -> document.batch()))
                .toList();
        return templates.size() == 1 ? lookups.get(0).text(lookups.size()) : BatchTemplate.text(lookups);
    }

    /** The sender fails with nothing else. */
    private static LeadIQException known(Throwable failure) {
        return (LeadIQException) (failure instanceof CompletionException ? failure.getCause() : failure);
    }
}
