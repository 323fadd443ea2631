/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JavaType;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.LookupOutcome;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;

/** Puts an answer into a message: the body in the form that was asked for, the rest as headers. */
final class AnswerWriter {

    private final String operation;
    private final JsonDecoder decoder;

    AnswerWriter(String operation, JavaType recordType, LeadIQResultType resultType) {
        this.operation = operation;
        this.decoder = new JsonDecoder(operation, recordType, resultType);
    }

    /** @throws LeadIQProtocolException when the answer is not of the operation's type */
    void write(Message message, LeadIQResponse response) {
        message.setBody(decoder.decode(response.data()));
        writeHeaders(message, operation, response);
    }

    static void writeHeaders(Message message, String operation, LeadIQResponse response) {
        message.setHeader(LeadIQConstants.OPERATION, operation);
        message.setHeader(LeadIQConstants.REQUEST_COUNT, response.requestCount());
        message.setHeader(LeadIQConstants.CACHE_HIT, response.cacheHit());
        set(message, LeadIQConstants.TOTAL, response.page().total());
        set(message, LeadIQConstants.HAS_MORE, response.page().hasMore());
        set(message, LeadIQConstants.NEXT_CURSOR, response.page().cursor());
        set(message, LeadIQConstants.NEXT_OFFSET, null);
        set(message, LeadIQConstants.EXTENSIONS, response.extensions());
        set(message, LeadIQConstants.ERRORS, response.errors());
        set(message, LeadIQConstants.DROPPED_FIELDS, response.droppedFields());
        writeCredits(message, response.credits());
    }

    static void writeCredits(Message message, CallCredits credits) {
        set(message, LeadIQConstants.ESTIMATED_CREDITS, credits == null ? null : credits.estimated());
        set(message, LeadIQConstants.CREDITS, credits == null ? null : credits.actual());
        set(message, LeadIQConstants.CREDITS_BY_DATA_POINT, credits == null ? null : credits.byDataPoint());
    }

    /** Puts the outcomes of a list of lookups into a message, in their order. */
    void writeAll(Message message, List<LookupOutcome> outcomes) {
        List<LookupResult> results = outcomes.stream().map(this::result).toList();
        message.setBody(results);
        message.setHeader(LeadIQConstants.OPERATION, operation);
        List<LeadIQResponse> responses = outcomes.stream()
                .map(LookupOutcome::response)
                .filter(Objects::nonNull)
                .toList();
        message.setHeader(
                LeadIQConstants.REQUEST_COUNT,
                responses.stream().mapToInt(LeadIQResponse::requestCount).sum());
        writeCredits(message, outcomes.stream().map(LookupOutcome::credits).reduce(null, CallCredits::sum));
        message.setHeader(
                LeadIQConstants.FAILURE_COUNT,
                results.stream().filter(result -> result.failure() != null).count());
    }

    private LookupResult result(LookupOutcome outcome) {
        BigDecimal credits =
                outcome.credits() == null ? null : outcome.credits().actual();
        if (outcome.failure() != null) {
            return new LookupResult(null, outcome.failure(), outcome.scope(), credits);
        }
        try {
            return new LookupResult(decoder.decode(outcome.response().data()), null, null, credits);
        } catch (LeadIQException e) {
            return new LookupResult(null, e, FailureScope.ITEM, credits);
        }
    }

    /** What an earlier call of the route left behind must not be taken for this one's. */
    static void set(Message message, String header, Object value) {
        boolean empty = value == null
                || value instanceof Collection<?> collection && collection.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (empty) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
