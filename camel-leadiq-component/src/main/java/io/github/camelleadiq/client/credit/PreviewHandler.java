/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Iterator;
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
    public CompletableFuture<Answer> handle(PreparedCall call) {
        return question(call).map(input -> ask(call, input)).orElseGet(() -> next.handle(call));
    }

    private CompletableFuture<Answer> ask(PreparedCall call, ObjectNode input) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("input", input);
        LeadIQRequest preview = new LeadIQRequest(
                LeadIQOperation.SEARCH_PEOPLE_PREVIEW,
                Selection.DEFAULT,
                arguments,
                call.request().options());
        return preparation
                .apply(preview)
                .thenApply(asked -> asked.inPlaceOf(call))
                .thenCompose(next::handle)
                .handle((answer, failure) -> failure == null ? narrowed(call, answer) : asItIs(call, failure))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Answer> narrowed(PreparedCall call, Answer preview) {
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
        CompletableFuture<PreparedCall> rest = points.equals(call.document().dataPoints())
                ? CompletableFuture.completedFuture(call)
                : preparation
                        .apply(new LeadIQRequest(
                                call.operation(),
                                Selection.of(points),
                                call.request().arguments(),
                                call.request().options()))
                        .thenApply(narrowed -> narrowed.inPlaceOf(call));
        return rest.thenCompose(next::handle).thenApply(answer -> answer.after(preview));
    }

    private CompletableFuture<Answer> asItIs(PreparedCall call, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LeadIQInvalidRequestException && told.compareAndSet(false, true)) {
            LOG.info("preview=true has no effect: {}", cause.getMessage());
        }
        return next.handle(call);
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

    private static JsonNode tree(Answer answer) {
        try {
            return MAPPER.readTree(
                    answer.data().bytes(), answer.data().offset(), answer.data().length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
