/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.Futures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for free whether there is likely an email or a phone before either is paid for, and then asks for what there is.
 *
 * <p>Only where the preview is sure to look at the same person: one result is wanted, the selection is one of data
 * points, and all that the search goes by can be said to {@code searchPeoplePreview}.
 */
public final class PreviewHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewHandler.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> SAME_NAME = Set.of("linkedinUrl", "email", "fullName", "firstName", "lastName");
    private static final Map<String, String> OF_COMPANY = Map.of("name", "companyName", "domain", "companyDomain");
    private static final Map<DataPoint, String> TELLS =
            Map.of(DataPoint.EMAIL, "hasEmail", DataPoint.PHONE, "hasPhone");

    private final CallHandler next;
    private final Function<LeadIQRequest, CompletableFuture<PreparedCall>> preparation;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param next gets the answers, also to the preview
     * @param preparation says a request in the words of the server
     */
    public PreviewHandler(CallHandler next, Function<LeadIQRequest, CompletableFuture<PreparedCall>> preparation) {
        this.next = next;
        this.preparation = preparation;
    }

    @Override
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        List<Optional<ObjectNode>> questions =
                calls.stream().map(PreviewHandler::question).toList();
        if (questions.stream().allMatch(Optional::isEmpty)) {
            return next.handle(calls);
        }
        return prepared(calls, questions)
                .thenCompose(previews -> next.handlePresent(previews).thenCompose(told -> narrowed(calls, told)
                        .thenCompose(narrowed -> next.handle(narrowed).thenApply(outcomes -> after(outcomes, told)))));
    }

    /** The preview of each call that has one, in the words of the server. */
    private CompletableFuture<List<PreparedCall>> prepared(
            List<PreparedCall> calls, List<Optional<ObjectNode>> questions) {
        List<CompletableFuture<PreparedCall>> previews = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            CallOptions options = calls.get(i).options();
            previews.add(questions
                    .get(i)
                    .map(input -> preparation.apply(preview(input, options)).exceptionally(this::withoutPreview))
                    .orElseGet(() -> CompletableFuture.completedFuture(null)));
        }
        return Futures.all(previews);
    }

    private static LeadIQRequest preview(ObjectNode input, CallOptions options) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("input", input);
        return new LeadIQRequest(LeadIQOperation.SEARCH_PEOPLE_PREVIEW, Selection.DEFAULT, arguments, options);
    }

    /** A call goes out as it is when there is no preview of it. */
    private PreparedCall withoutPreview(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LeadIQInvalidRequestException && told.compareAndSet(false, true)) {
            LOG.info("preview=true has no effect: {}", cause.getMessage());
        }
        return null;
    }

    private CompletableFuture<List<PreparedCall>> narrowed(List<PreparedCall> calls, List<CallOutcome> previews) {
        List<CompletableFuture<PreparedCall>> narrowed = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            CallOutcome preview = previews.get(i);
            boolean tells = preview != null && !preview.isFailure();
            narrowed.add(
                    tells ? narrowed(calls.get(i), preview.answer()) : CompletableFuture.completedFuture(calls.get(i)));
        }
        return Futures.all(narrowed);
    }

    private CompletableFuture<PreparedCall> narrowed(PreparedCall call, CallResult preview) {
        Set<DataPoint> points = EnumSet.copyOf(call.document().dataPoints());
        JsonNode person = tree(preview);
        TELLS.forEach((point, member) -> {
            if (person.path(member).isBoolean() && !person.get(member).booleanValue()) {
                points.remove(point);
            }
        });
        if (points.isEmpty()) {
            points.add(DataPoint.PROFILE);
        }
        return points.equals(call.document().dataPoints())
                ? CompletableFuture.completedFuture(call)
                : preparation.apply(new LeadIQRequest(
                        call.operation(),
                        Selection.of(points),
                        call.request().arguments(),
                        call.request().options()));
    }

    private static List<CallOutcome> after(List<CallOutcome> outcomes, List<CallOutcome> previews) {
        List<CallOutcome> both = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            CallOutcome preview = previews.get(i);
            both.add(
                    preview == null || preview.isFailure()
                            ? outcomes.get(i)
                            : outcomes.get(i).after(preview));
        }
        return both;
    }

    /** The input of the preview, if the call is one that a preview can be asked for. */
    private static Optional<ObjectNode> question(PreparedCall call) {
        boolean fits = call.operation() == LeadIQOperation.SEARCH_PEOPLE
                && call.request().selection().fields() == null
                && TELLS.keySet().stream().anyMatch(call.document().dataPoints()::contains);
        return fits ? question(call.variables().path("input")) : Optional.empty();
    }

    private static Optional<ObjectNode> question(JsonNode search) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        Iterator<Map.Entry<String, JsonNode>> members = search.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            if (SAME_NAME.contains(member.getKey())) {
                input.set(member.getKey(), member.getValue());
            } else if (!member.getKey().equals("limit")
                    && !(member.getKey().equals("company") && addCompany(input, member.getValue()))) {
                return Optional.empty();
            }
        }
        return search.path("limit").asInt() == 1 && SAME_NAME.stream().anyMatch(input::has)
                ? Optional.of(input)
                : Optional.empty();
    }

    private static boolean addCompany(ObjectNode input, JsonNode company) {
        Iterator<Map.Entry<String, JsonNode>> members = company.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            String name = OF_COMPANY.get(member.getKey());
            if (name == null) {
                return false;
            }
            input.set(name, member.getValue());
        }
        return true;
    }

    private static JsonNode tree(CallResult answer) {
        try {
            return MAPPER.readTree(
                    answer.data().bytes(), answer.data().offset(), answer.data().length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
