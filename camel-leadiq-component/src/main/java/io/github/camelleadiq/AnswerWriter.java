/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQResponse;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Message;

/** Puts an answer into a message: the body in the form that was asked for, the rest as headers. */
final class AnswerWriter {

    private final String operation;
    private final JsonDecoder decoder;

    AnswerWriter(OperationCall call, LeadIQResultType resultType) {
        this.operation = call.name();
        this.decoder = new JsonDecoder(operation, call.recordType(), resultType);
    }

    /** @throws LeadIQProtocolException when the answer is not of the operation's type */
    void write(Message message, LeadIQResponse response) {
        message.setBody(decoder.decode(response.data()));
        writeHeaders(message, operation, response);
    }

    static void writeHeaders(Message message, String operation, LeadIQResponse response) {
        message.setHeader(LeadIQConstants.OPERATION, operation);
        message.setHeader(LeadIQConstants.REQUEST_COUNT, response.requestCount());
        set(message, LeadIQConstants.TOTAL, response.page().total());
        set(message, LeadIQConstants.HAS_MORE, response.page().hasMore());
        set(message, LeadIQConstants.NEXT_CURSOR, response.page().cursor());
        set(message, LeadIQConstants.NEXT_OFFSET, null);
        set(message, LeadIQConstants.EXTENSIONS, response.extensions());
        set(message, LeadIQConstants.ERRORS, response.errors());
        set(message, LeadIQConstants.DROPPED_FIELDS, response.droppedFields());
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
