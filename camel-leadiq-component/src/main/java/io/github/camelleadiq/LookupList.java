/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.LookupOutcome;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.BaseStream;
import org.apache.camel.Exchange;

/** A body of many lookups: each element is read and settled for itself, and the answer has their order. */
final class LookupList {

    private final LeadIQClient client;
    private final LeadIQOperation operation;
    private final ArgumentReader arguments;
    private final AnswerWriter answers;

    LookupList(LeadIQClient client, LeadIQOperation operation, ArgumentReader arguments, AnswerWriter answers) {
        this.client = client;
        this.operation = operation;
        this.arguments = arguments;
        this.answers = answers;
    }

    /** Whether a body is a list, an array, an iterator or a stream. */
    static boolean isList(Object body) {
        return body instanceof Iterable<?> && !(body instanceof ObjectNode)
                || body instanceof Object[]
                || body instanceof BaseStream<?, ?>
                || body instanceof Iterator<?>;
    }

    private static Iterator<?> elements(Object body) {
        if (body instanceof Iterable<?> iterable) {
            return iterable.iterator();
        }
        if (body instanceof Object[] array) {
            return Arrays.asList(array).iterator();
        }
        return body instanceof BaseStream<?, ?> stream ? stream.iterator() : (Iterator<?>) body;
    }

    /** How many elements there are at least, as far as that shows before the first one is taken. */
    private static int sizeOf(Object body) {
        if (body instanceof Collection<?> collection) {
            return collection.size();
        }
        if (body instanceof JsonNode array) {
            return array.size();
        }
        return body instanceof Object[] array ? array.length : 0;
    }

    /**
     * @param body one that {@linkplain #isList is a list}
     * @throws LeadIQInvalidRequestException when the elements cannot be read, or are too many; then nothing was sent
     */
    CompletableFuture<Reply> send(Exchange exchange, Object body, Selection selection, CallOptions options) {
        List<Element> read = readAll(exchange, body);
        List<LeadIQRequest> requests = read.stream()
                .filter(element -> element.refusal() == null)
                .map(element -> new LeadIQRequest(
                        operation,
                        element.selection() == null ? selection : element.selection(),
                        element.arguments(),
                        options))
                .toList();
        return client.executeAll(requests)
                .thenApply(outcomes -> message -> answers.writeAll(message, inOrder(read, outcomes)));
    }

    /**
     * An element as arguments, or the reason why it is none.
     *
     * @param selection what it asks for; null for what the list asks for
     */
    private record Element(ObjectNode arguments, Selection selection, LeadIQInvalidRequestException refusal) {

        static Element refused(LeadIQInvalidRequestException refusal) {
            return new Element(null, null, refusal);
        }
    }

    /** All elements are read before any is paid for, so a list can only be as long as may wait. */
    private List<Element> readAll(Exchange exchange, Object body) {
        int most = client.maxQueuedLookups();
        if (sizeOf(body) > most) {
            throw tooMany(most);
        }
        List<Element> read = new ArrayList<>();
        try {
            Iterator<?> elements = elements(body);
            while (elements.hasNext()) {
                if (read.size() == most) {
                    throw tooMany(most);
                }
                read.add(read(exchange, elements.next(), "body[" + read.size() + "]"));
            }
        } catch (LeadIQInvalidRequestException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever the caller's iterator throws; its message may quote data
            throw invalid("body[" + read.size() + "]", "cannot be read: the iterator failed", e);
        }
        return read;
    }

    private LeadIQInvalidRequestException tooMany(int most) {
        return invalid(
                "body",
                "has more than " + most + " elements, as many as may wait at once (maxQueuedLookups): split it into"
                        + " parts, .split(simple(\"${collate(1000)}\")).streaming()",
                null);
    }

    private Element read(Exchange exchange, Object element, String path) {
        try {
            if (element instanceof LookupRequest request) {
                return request.input() == null
                        ? Element.refused(invalid(path, "has no input", null))
                        : new Element(
                                arguments.read(exchange, request.input()),
                                PackagedCall.selection(null, request.dataPoints()),
                                null);
            }
            return element == null
                    ? Element.refused(invalid(path, "is null", null))
                    : new Element(arguments.read(exchange, element), null, null);
        } catch (InvalidInputException e) {
            return Element.refused(invalid(path + " " + e.getPath(), e.getMessage(), e));
        }
    }

    private static List<LookupOutcome> inOrder(List<Element> read, List<LookupOutcome> outcomes) {
        Iterator<LookupOutcome> next = outcomes.iterator();
        return read.stream()
                .map(element -> element.refusal() == null
                        ? next.next()
                        : new LookupOutcome(null, element.refusal(), FailureScope.ITEM, null))
                .toList();
    }

    private LeadIQInvalidRequestException invalid(String path, String problem, Throwable cause) {
        return new LeadIQInvalidRequestException(operation.graphqlName(), path, problem, cause);
    }
}
