/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.call.RequestBuilder;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** One of the packaged operations. */
final class PackagedCall implements OperationCall {

    private final LeadIQEndpoint endpoint;
    private final LeadIQOperation operation;
    private final ArgumentReader arguments;
    private final Selection selection;
    private final AnswerWriter answers;

    /** @throws IllegalArgumentException when an option of the endpoint is wrong for this operation */
    PackagedCall(LeadIQEndpoint endpoint, LeadIQOperation operation) {
        this.endpoint = endpoint;
        this.operation = operation;
        this.answers = new AnswerWriter(
                operation.graphqlName(),
                JsonText.MAPPER.constructType(operation.resultType()),
                endpoint.getConfiguration().getResultType());
        try {
            this.arguments = new ArgumentReader(
                    operation, PagingOptions.arguments(endpoint, operation), PagingOptions.input(endpoint, operation));
            this.selection =
                    selection(endpoint.getFields(), endpoint.getConfiguration().getDataPoints());
            RequestBuilder.checkSelection(
                    operation, selection, endpoint.getConfiguration().getSchemaCheck());
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(
                    "leadiq:" + operation.graphqlName() + ": " + e.getPath() + " " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<Reply> send(Exchange exchange, CallOptions options) {
        if (operation.isLookup()) {
            Object body = exchange.getMessage().getBody();
            if (LookupList.isList(body)) {
                return new LookupList(endpoint.client(), operation, arguments, answers)
                        .send(exchange, body, selection(exchange), options);
            }
        }
        return sendOne(exchange, options);
    }

    private CompletableFuture<Reply> sendOne(Exchange exchange, CallOptions options) {
        return endpoint.client()
                .execute(request(exchange, options))
                .thenApply(response -> message -> answers.write(message, response));
    }

    /** @throws LeadIQInvalidRequestException when the message is wrong */
    LeadIQRequest request(Exchange exchange, CallOptions options) {
        ObjectNode given;
        Selection asked;
        try {
            given = arguments.read(exchange);
            asked = selection(exchange);
        } catch (InvalidInputException e) {
            throw new LeadIQInvalidRequestException(operation.graphqlName(), e.getPath(), e.getMessage(), e);
        }
        return new LeadIQRequest(operation, asked, given, options);
    }

    private Selection selection(Exchange exchange) {
        String fields = exchange.getMessage().getHeader(LeadIQConstants.FIELDS, String.class);
        String dataPoints = exchange.getMessage().getHeader(LeadIQConstants.DATA_POINTS, String.class);
        return fields == null && dataPoints == null ? selection : selection(fields, dataPoints);
    }

    /** @throws InvalidInputException when there are no such data points */
    static Selection selection(String fields, String dataPoints) {
        if (fields != null) {
            return Selection.ofFields(fields);
        }
        if (dataPoints == null) {
            return Selection.DEFAULT;
        }
        try {
            return Selection.of(DataPoint.parse(dataPoints));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("dataPoints", e.getMessage());
        }
    }
}
