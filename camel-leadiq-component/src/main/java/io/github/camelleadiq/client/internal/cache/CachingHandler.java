/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.cache.CacheEntry;
import io.github.camelleadiq.client.internal.cache.AnswerCache.Kept;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.CompiledDocument;
import io.github.camelleadiq.client.internal.document.NarrowedDocument;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import io.github.camelleadiq.client.internal.graphql.AnswerData;
import io.github.camelleadiq.client.internal.graphql.AnswerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Answers billed lookups from what was bought before. Hands out what a call asked for and no more, and buys only what is
 * not kept.
 */
public final class CachingHandler implements CallHandler {

    private final AnswerCache cache;
    private final CallHandler next;
    private final SelectionReader selections = new SelectionReader();

    public CachingHandler(AnswerCache cache, CallHandler next) {
        this.cache = cache;
        this.next = next;
    }

    @Override
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        List<Lookup> lookups = calls.stream().map(this::lookup).toList();
        Set<String> keys = lookups.stream()
                .filter(lookup -> lookup.isKept() && !lookup.call().options().cacheBypass())
                .map(Lookup::key)
                .collect(Collectors.toSet());
        return cache.find(keys).thenCompose(kept -> answer(lookups, kept));
    }

    /**
     * A call on its way through.
     *
     * @param wanted what it selects
     * @param input what it goes by, normalised
     * @param key where its answer is kept; null for a call whose answer is not
     */
    private record Lookup(PreparedCall call, SelectedField wanted, JsonNode input, String key) {

        boolean isKept() {
            return key != null;
        }
    }

    private Lookup lookup(PreparedCall call) {
        // free lookups tell what is so now: whether a person was researched again, whether there is an email by now
        if (!call.isLookup() || !OperationDocument.of(call.operation()).isBilled()) {
            return new Lookup(call, null, null, null);
        }
        JsonNode input = NormalisedInput.of(rootArguments(call));
        SelectedField wanted = selections.read(call.document().text(), call.variables());
        return new Lookup(call, wanted, input, cache.keyOf(call, input));
    }

    /**
     * What is to be done for a lookup.
     *
     * @param answer what is kept, if that is all it asks for; else null
     * @param call what to ask for; null if nothing
     * @param missing what of the kept answer is asked for; null if all is
     * @param kept what that is to be joined with; null if nothing
     */
    private record Step(Lookup lookup, JsonNode answer, PreparedCall call, SelectedField missing, Kept kept) {

        static Step buy(Lookup lookup) {
            return new Step(lookup, null, lookup.call(), null, null);
        }
    }

    private static Step step(Lookup lookup, Kept kept) {
        if (kept == null) {
            return Step.buy(lookup);
        }
        SelectionDifference difference = SelectionDifference.between(lookup.wanted(), kept.answer());
        if (difference.isEmpty()) {
            return lookup.wanted()
                    .answer(kept.answer())
                    .map(answer -> new Step(lookup, answer, null, null, null))
                    .orElseGet(() -> Step.buy(lookup));
        }
        return kept.notFound()
                ? Step.buy(lookup)
                : difference
                        .toBuy()
                        .map(missing -> new Step(lookup, null, narrowed(lookup.call(), missing), missing, kept))
                        .orElseGet(() -> Step.buy(lookup));
    }

    private CompletableFuture<List<CallOutcome>> answer(List<Lookup> lookups, Map<String, Kept> kept) {
        List<Step> steps = lookups.stream()
                .map(lookup -> step(lookup, lookup.isKept() ? kept.get(lookup.key()) : null))
                .toList();
        Map<String, CacheEntry> toKeep = new HashMap<>();
        return next.handlePresent(steps.stream().map(Step::call).toList()).thenCompose(bought -> {
            List<CallOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                outcomes.add(received(steps.get(i), bought.get(i), toKeep));
            }
            // what was bought does not fit what is kept: all of it again
            List<PreparedCall> again = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                again.add(outcomes.get(i) == null ? steps.get(i).lookup().call() : null);
            }
            return next.handlePresent(again).thenCompose(all -> {
                for (int i = 0; i < steps.size(); i++) {
                    if (all.get(i) != null) {
                        outcomes.set(
                                i,
                                received(Step.buy(steps.get(i).lookup()), all.get(i), toKeep)
                                        .after(bought.get(i)));
                    }
                }
                return cache.keep(toKeep).thenApply(done -> outcomes);
            });
        });
    }

    /** Null if that cannot be joined with what is kept. */
    private CallOutcome received(Step step, CallOutcome bought, Map<String, CacheEntry> toKeep) {
        Lookup lookup = step.lookup();
        if (step.answer() != null) {
            CallResult hit = new CallResult(content(lookup, step.answer()), List.of(), Map.of(), 0, true);
            return CallOutcome.of(hit).costing(CallCredits.NONE);
        }
        if (!lookup.isKept() || bought.isFailure()) {
            return bought;
        }
        CallResult answer = bought.answer();
        boolean isWhole = answer.errors().isEmpty() && answer.data() != null;
        if (step.kept() != null) {
            return isWhole ? joined(step, bought, toKeep) : null;
        }
        if (isWhole) {
            lookup.wanted()
                    .kept(CacheJson.read(answer.data()))
                    .map(data -> new Kept(data, lookup.call().document().dataPoints(), cache.now(), isNothing(data)))
                    .ifPresent(kept ->
                            toKeep.put(lookup.key(), cache.entry(lookup.key(), lookup.call(), lookup.input(), kept)));
        }
        return bought;
    }

    private CallOutcome joined(Step step, CallOutcome bought, Map<String, CacheEntry> toKeep) {
        Lookup lookup = step.lookup();
        Kept kept = step.kept();
        Optional<JsonNode> joined = step.missing()
                .kept(CacheJson.read(bought.answer().data()))
                .flatMap(data -> AnswerMerge.of(kept.answer(), data));
        Optional<JsonNode> data = joined.flatMap(lookup.wanted()::answer);
        if (data.isEmpty()) {
            return null;
        }
        Set<DataPoint> dataPoints = EnumSet.noneOf(DataPoint.class);
        dataPoints.addAll(kept.dataPoints());
        dataPoints.addAll(step.call().document().dataPoints());
        // as old as its oldest part
        Kept both = new Kept(joined.get(), Set.copyOf(dataPoints), kept.boughtAt(), false);
        toKeep.put(lookup.key(), cache.entry(lookup.key(), step.call(), lookup.input(), both));
        return CallOutcome.of(bought.answer().with(content(lookup, data.get()))).costing(bought.credits());
    }

    private static AnswerData content(Lookup lookup, JsonNode data) {
        try {
            return AnswerReader.read(
                    CacheJson.slice(data), lookup.call().document().answer());
        } catch (IOException e) {
            throw new UncheckedIOException("what was written as JSON is JSON", e);
        }
    }

    private static PreparedCall narrowed(PreparedCall call, SelectedField missing) {
        CompiledDocument document = NarrowedDocument.of(
                call.operation(), call.document(), missing.toField().getSelectionSet());
        Selection selection = Selection.ofFields(NarrowedDocument.selectionOf(document));
        LeadIQRequest request =
                new LeadIQRequest(call.operation(), selection, call.request().arguments(), call.options());
        ObjectNode variables = call.variables().deepCopy();
        variables.retain(document.variables());
        return new PreparedCall(request, document, variables);
    }

    /** What the lookup goes by, without the values for fields below, which are part of the selection. */
    private static ObjectNode rootArguments(PreparedCall call) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        NarrowedDocument.rootVariables(call.operation()).forEach(name -> {
            if (call.variables().has(name)) {
                arguments.set(name, call.variables().get(name));
            }
        });
        return arguments;
    }

    /** Nothing at all: no record, no value, no flag, no number but 0. */
    private static boolean isNothing(JsonNode value) {
        if (value.isContainerNode()) {
            return StreamSupport.stream(value.spliterator(), false).allMatch(CachingHandler::isNothing);
        }
        return value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.decimalValue().signum() == 0;
    }
}
