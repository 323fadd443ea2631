/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.document.BatchTemplate;
import io.github.camelleadiq.client.internal.graphql.AnswerData;
import io.github.camelleadiq.client.internal.graphql.GraphQLRequest;
import io.github.camelleadiq.client.internal.graphql.GraphQLResponse;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender.Sent;
import io.github.camelleadiq.client.internal.graphql.ResponseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the answer to a batch apart and gives each call its own, in whatever order the server answers. */
final class BatchAnswers {

    private BatchAnswers() {}

    /**
     * Settles every call that the answer says something about.
     *
     * @return the calls that it leaves out without a word
     * @throws LeadIQProtocolException when the answer has another shape; then no call is settled
     */
    static List<PendingCall> settle(List<PendingCall> batch, GraphQLRequest request, Sent sent) {
        Map<String, AnswerData> data = fields(request, sent.envelope());
        List<PendingCall> leftOut = new ArrayList<>();
        List<GraphQLError> ofNone = sent.envelope().errors().stream()
                .filter(error -> error.path().isEmpty())
                .toList();
        int requestCount = sent.requestCount();
        for (int i = 0; i < batch.size(); i++) {
            String alias = BatchTemplate.alias(i);
            AnswerData content = data.get(alias);
            List<GraphQLError> own = errorsAt(alias, sent.envelope().errors());
            // a null beside an error that names none is no answer that there is nothing
            boolean isFailed =
                    own.isEmpty() && content != null && content.json().isNull();
            List<GraphQLError> errors = isFailed ? ofNone : own;
            if (content == null && errors.isEmpty()) {
                leftOut.add(batch.get(i));
                continue;
            }
            // requests are counted once, however many share them
            settle(batch.get(i), request, content, errors, sent.envelope(), requestCount);
            requestCount = 0;
        }
        return leftOut;
    }

    /** The errors of one alias, with the path that they would have without the batch. */
    static List<GraphQLError> errorsAt(String alias, List<GraphQLError> errors) {
        return errors.stream()
                .filter(error -> !error.path().isEmpty() && error.path().get(0).equals(alias))
                .toList();
    }

    private static void settle(
            PendingCall pending,
            GraphQLRequest request,
            AnswerData content,
            List<GraphQLError> errors,
            GraphQLResponse envelope,
            int requestCount) {
        boolean hasData = content != null && !content.json().isNull();
        boolean keep = pending.call().options().keepPartialData() && hasData;
        if (errors.isEmpty() || keep) {
            pending.answered(new CallResult(content, errors, envelope.extensions(), requestCount));
        } else {
            pending.failedAlone(failure(pending, request, errors, hasData ? content.json() : null));
        }
    }

    static LeadIQException failure(
            PendingCall pending, GraphQLRequest request, List<GraphQLError> errors, JsonSlice partialData) {
        String name = pending.call().operation().graphqlName();
        List<GraphQLError> own = errors.stream()
                .map(error -> error.path().isEmpty() ? error : error.below(name))
                .toList();
        return ResponseReader.failure(request, own, partialData);
    }

    private static Map<String, AnswerData> fields(GraphQLRequest request, GraphQLResponse envelope) {
        if (!envelope.data().isObject()) {
            throw new LeadIQProtocolException(request.operation(), "the answer's data is not an object", null);
        }
        return envelope.fields();
    }
}
