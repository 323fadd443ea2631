/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.LookupOutcome;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;

/** Puts an answer into a message: the body as the endpoint wants it, and what else is known into headers. */
final class AnswerWriter {

    /** Makes the body of the JSON. */
    @FunctionalInterface
    private interface Decoder {
        Object decode(JsonSlice json) throws IOException;
    }

    private final String operation;
    private final Decoder decoder;

    AnswerWriter(String operation, JavaType recordType, LeadIQResultType resultType) {
        this.operation = operation;
        this.decoder = Map.<LeadIQResultType, Decoder>of(
                        LeadIQResultType.RECORD, reading(recordType),
                        LeadIQResultType.MAP, reading(Json.MAPPER.constructType(Object.class)),
                        LeadIQResultType.JSON, JsonSlice::toBytes)
                .get(resultType);
    }

    private static Decoder reading(JavaType type) {
        ObjectReader reader = Json.MAPPER.readerFor(type);
        return json -> reader.readValue(json.bytes(), json.offset(), json.length());
    }

    /** @throws LeadIQProtocolException when the answer is not of the operation's type */
    void write(Message message, LeadIQResponse response) {
        message.setBody(decode(response.data()));
        message.setHeader(LeadIQConstants.OPERATION, operation);
        message.setHeader(LeadIQConstants.REQUEST_COUNT, response.requestCount());
        message.setHeader(LeadIQConstants.CACHE_HIT, response.cacheHit());
        set(message, LeadIQConstants.TOTAL, response.page().total());
        set(message, LeadIQConstants.HAS_MORE, response.page().hasMore());
        set(message, LeadIQConstants.NEXT_CURSOR, response.page().cursor());
        set(message, LeadIQConstants.EXTENSIONS, response.extensions());
        set(message, LeadIQConstants.ERRORS, response.errors());
        set(message, LeadIQConstants.DROPPED_FIELDS, response.droppedFields());
        write(message, response.credits());
    }

    private static void write(Message message, CallCredits credits) {
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
        write(message, responses.stream().map(LeadIQResponse::credits).reduce(null, CallCredits::sum));
        message.setHeader(
                LeadIQConstants.FAILURE_COUNT,
                results.stream().filter(result -> result.failure() != null).count());
    }

    private LookupResult result(LookupOutcome outcome) {
        if (outcome.failure() != null) {
            return new LookupResult(null, outcome.failure());
        }
        try {
            return new LookupResult(decode(outcome.response().data()), null);
        } catch (LeadIQException e) {
            return new LookupResult(null, e);
        }
    }

    private Object decode(JsonSlice json) {
        try {
            return json.isNull() ? null : decoder.decode(json);
        } catch (IOException e) {
            // the cause quotes the answer, which is personal data
            throw new LeadIQProtocolException(
                    operation, "the answer is not of the operation's type; resultType=map or json takes any", null);
        }
    }

    /** What an earlier call of the route left behind must not be taken for this one's. */
    private static void set(Message message, String header, Object value) {
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
