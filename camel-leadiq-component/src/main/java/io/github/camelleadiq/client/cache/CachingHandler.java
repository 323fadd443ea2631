/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.cache.AnswerCache.Kept;
import io.github.camelleadiq.client.document.CompiledDocument;
import io.github.camelleadiq.client.document.NarrowedDocument;
import io.github.camelleadiq.client.document.OperationDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    public CompletableFuture<Answer> handle(PreparedCall call) {
        // free lookups tell what is so now: whether a person was researched again, whether there is an email by now
        if (!call.isLookup() || !OperationDocument.of(call.operation()).isBilled()) {
            return next.handle(call);
        }
        SelectedField wanted = selections.read(call.document().text(), call.variables());
        JsonNode input = NormalisedInput.of(rootArguments(call));
        Lookup lookup = new Lookup(call, wanted, input, cache.keyOf(call, input));
        return call.options().cacheBypass()
                ? buy(lookup)
                : cache.find(lookup.key()).thenCompose(found -> found.map(kept -> serve(lookup, kept))
                        .orElseGet(() -> buy(lookup)));
    }

    /**
     * A call on its way through.
     *
     * @param wanted what it selects
     * @param input what it goes by, normalised
     * @param key where its answer is kept
     */
    private record Lookup(PreparedCall call, SelectedField wanted, JsonNode input, String key) {

        private static Answer hit(JsonNode data) {
            return new Answer(CacheJson.slice(data), List.of(), Map.of(), 0, true, CallCredits.NONE);
        }
    }

    private CompletableFuture<Answer> serve(Lookup lookup, Kept kept) {
        Difference difference = Difference.between(lookup.wanted(), kept.answer());
        if (difference.isEmpty()) {
            return lookup.wanted()
                    .answer(kept.answer())
                    .map(data -> CompletableFuture.completedFuture(Lookup.hit(data)))
                    .orElseGet(() -> buy(lookup));
        }
        return kept.notFound()
                ? buy(lookup)
                : difference
                        .toBuy()
                        .map(missing -> complete(lookup, kept, missing))
                        .orElseGet(() -> buy(lookup));
    }

    private CompletableFuture<Answer> buy(Lookup lookup) {
        return next.handle(lookup.call()).thenCompose(answer -> keep(lookup, answer));
    }

    private CompletableFuture<Answer> keep(Lookup lookup, Answer answer) {
        if (!answer.errors().isEmpty() || answer.data() == null) {
            return CompletableFuture.completedFuture(answer);
        }
        return lookup.wanted()
                .kept(CacheJson.read(answer.data()))
                .map(data -> new Kept(data, lookup.call().document().dataPoints(), cache.now(), isNothing(data)))
                .map(kept -> cache.keep(lookup.key(), lookup.call(), lookup.input(), kept))
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApply(done -> answer);
    }

    /** Buys what is missing; all of it when that cannot be joined with what is kept. */
    private CompletableFuture<Answer> complete(Lookup lookup, Kept kept, SelectedField missing) {
        PreparedCall call = narrowed(lookup.call(), missing);
        return next.handle(call).thenCompose(bought -> {
            Optional<JsonNode> joined = bought.errors().isEmpty() && bought.data() != null
                    ? missing.kept(CacheJson.read(bought.data())).flatMap(data -> Join.of(kept.answer(), data))
                    : Optional.empty();
            Optional<JsonNode> data = joined.flatMap(lookup.wanted()::answer);
            if (data.isEmpty()) {
                return buy(lookup).thenApply(all -> all.after(bought));
            }
            Answer answer = bought.withData(CacheJson.slice(data.get()));
            Set<DataPoint> dataPoints = EnumSet.noneOf(DataPoint.class);
            dataPoints.addAll(kept.dataPoints());
            dataPoints.addAll(call.document().dataPoints());
            // as old as its oldest part
            Kept both = new Kept(joined.get(), Set.copyOf(dataPoints), kept.boughtAt(), false);
            return cache.keep(lookup.key(), call, lookup.input(), both).thenApply(done -> answer);
        });
    }

    private static PreparedCall narrowed(PreparedCall call, SelectedField missing) {
        CompiledDocument document =
                NarrowedDocument.of(call.document(), missing.toField().getSelectionSet());
        Selection selection = Selection.ofFields(NarrowedDocument.selectionOf(document));
        LeadIQRequest request =
                new LeadIQRequest(call.operation(), selection, call.request().arguments(), call.options());
        ObjectNode variables = call.variables().deepCopy();
        variables.retain(document.variables());
        return new PreparedCall(request, document, variables, call.collector());
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

    /** Nobody and nothing: no record, no value, no flag, no number but 0. */
    private static boolean isNothing(JsonNode value) {
        if (value.isContainerNode()) {
            return StreamSupport.stream(value.spliterator(), false).allMatch(CachingHandler::isNothing);
        }
        return value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.decimalValue().signum() == 0;
    }
}
