/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQRequestTooLargeException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.internal.http.TransportResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Turns an HTTP answer into data or the one exception that tells the user what to do about it. */
public final class ResponseReader {

    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;
    private static final int FIRST_SERVER_ERROR = 500;

    /** What a status means, whether it comes from HTTP or from inside a GraphQL error. */
    @FunctionalInterface
    private interface Failure {
        LeadIQException of(String operation, String problem, Duration retryAfter);
    }

    private static final Map<Integer, Failure> FAILURES = Map.of(
            401, (operation, problem, after) -> new LeadIQAuthenticationException(operation, problem),
            403, (operation, problem, after) -> new LeadIQAuthenticationException(operation, problem),
            402, (operation, problem, after) -> new LeadIQInsufficientCreditsException(operation, problem),
            413, (operation, problem, after) -> new LeadIQRequestTooLargeException(operation, problem),
            429, LeadIQRateLimitException::new);

    private final Clock clock;

    public ResponseReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer's data, with errors only if {@code keepPartialData} and there is data besides them.
     *
     * @throws LeadIQException of the kind that fits
     */
    GraphQLResponse read(GraphQLRequest call, TransportResponse reply, boolean keepPartialData) {
        Duration retryAfter = retryAfter(reply.retryAfter());
        if (reply.status() / 100 != 2) {
            throw httpFailure(call, reply, retryAfter);
        }
        GraphQLResponse envelope = parse(call, reply);
        if (!envelope.errors().isEmpty()) {
            if (!hasData(call, envelope)) {
                throw graphqlFailure(call, envelope.errors(), summary(call, envelope.errors()), retryAfter);
            }
            if (!keepPartialData) {
                throw new LeadIQGraphQLException(
                        call.operation(), summary(call, envelope.errors()), envelope.errors(), envelope.data());
            }
        } else if (envelope.answer() == null) {
            throw new LeadIQProtocolException(
                    call.operation(), "the answer has no " + call.rootField() + " and no errors", null);
        }
        return envelope;
    }

    /** The exception for the errors that concern one lookup of a batch. */
    public static LeadIQException failure(GraphQLRequest batch, List<GraphQLError> errors, JsonSlice partialData) {
        String problem = summary(batch, errors);
        return partialData == null
                ? graphqlFailure(batch, errors, problem, null)
                : new LeadIQGraphQLException(batch.operation(), problem, errors, partialData);
    }

    private GraphQLResponse parse(GraphQLRequest call, TransportResponse reply) {
        if (reply.status() == NO_CONTENT || reply.body().length == 0) {
            throw new LeadIQProtocolException(call.operation(), "the answer is empty, " + describe(reply), null);
        }
        try {
            return ResponseParser.read(reply.body(), call.rootField(), call.shapes());
        } catch (IOException e) {
            // the parser's own message quotes the answer, which is personal data
            throw new LeadIQProtocolException(
                    call.operation(), "the answer is not the JSON of a GraphQL answer, " + describe(reply), null);
        }
    }

    /** A document of the user's own may have asked for several things: it has data when one of them is there. */
    private static boolean hasData(GraphQLRequest call, GraphQLResponse envelope) {
        return envelope.hasData() && (call.rootField() != null || envelope.hasAnyField());
    }

    private static LeadIQException httpFailure(GraphQLRequest call, TransportResponse reply, Duration retryAfter) {
        List<GraphQLError> errors = errorsIn(reply);
        String problem = errors.isEmpty() ? describe(reply) : describe(reply) + ": " + summary(call, errors);
        if (reply.status() == FORBIDDEN && !errors.isEmpty()) {
            // gateways answer so whatever the reason is, and GraphQL says which
            LeadIQException inside = graphqlFailure(call, errors, problem, retryAfter);
            if (!(inside instanceof LeadIQGraphQLException)) {
                return inside;
            }
        }
        LeadIQException known = byStatus(call.operation(), reply.status(), problem, retryAfter);
        if (known != null) {
            return known;
        }
        return errors.isEmpty()
                ? new LeadIQProtocolException(call.operation(), problem, null)
                : graphqlFailure(call, errors, problem, retryAfter);
    }

    private static LeadIQException graphqlFailure(
            GraphQLRequest call, List<GraphQLError> errors, String problem, Duration retryAfter) {
        OptionalInt status = errors.stream()
                .map(GraphQLError::status)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
        LeadIQException known =
                status.isPresent() ? byStatus(call.operation(), status.getAsInt(), problem, retryAfter) : null;
        return known != null ? known : new LeadIQGraphQLException(call.operation(), problem, errors, null);
    }

    private static LeadIQException byStatus(String operation, int status, String problem, Duration retryAfter) {
        if (status >= FIRST_SERVER_ERROR || LeadIQServerException.isUnprocessed(status)) {
            return new LeadIQServerException(operation, status, problem, retryAfter);
        }
        Failure failure = FAILURES.get(status);
        return failure == null ? null : failure.of(operation, problem, retryAfter);
    }

    private static List<GraphQLError> errorsIn(TransportResponse reply) {
        try {
            return ResponseParser.read(reply.body(), null, Map.of()).errors();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String summary(GraphQLRequest call, List<GraphQLError> errors) {
        GraphQLError first = errors.get(0);
        String path = first.pathText();
        return (path.isEmpty() ? "" : "at " + path + ": ")
                + new Redaction(call).apply(first.message())
                + (errors.size() == 1 ? "" : " and " + (errors.size() - 1) + " more errors");
    }

    private static String describe(TransportResponse reply) {
        return "HTTP " + reply.status()
                + (reply.contentType().isEmpty()
                        ? ""
                        : " " + reply.contentType().split(";")[0])
                + ", " + reply.body().length + " bytes";
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null when there is none, or none that can be read. */
    private Duration retryAfter(String value) {
        if (value == null) {
            return null;
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        try {
            Duration wait = Duration.between(
                    clock.instant(), ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
