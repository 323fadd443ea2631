/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.examples.csv.lookup.LeadRow;
import io.github.camelleadiq.examples.csv.lookup.Rules;
import io.github.camelleadiq.examples.csv.lookup.Search;
import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Rejection.Kind;
import io.github.camelleadiq.examples.csv.writing.InOrder;
import io.github.camelleadiq.examples.csv.writing.RowOutcome;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.match.MatchResult;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** The steps of the routes in which a row ends. Each row passes exactly one of them. */
final class Results {

    /** The exchange property in which a row waits for the answer. */
    static final String LEAD_ROW = "leadRow";

    private static final String SEARCH = "search";

    private static final Map<Class<? extends LeadIQException>, String> REASONS = Map.of(
            LeadIQAuthenticationException.class, "LeadIQ does not accept the key",
            LeadIQInsufficientCreditsException.class, "the credits are used up",
            LeadIQRateLimitException.class, "too many requests",
            LeadIQTransportException.class, "no answer",
            LeadIQProtocolException.class, "the answer cannot be read",
            LeadIQGraphQLException.class, "LeadIQ answered with an error");

    private final Rules rules;
    private final StopRule stop;
    private final Tally tally;
    private final InOrder<RowOutcome> output;

    Results(Rules rules, StopRule stop, Tally tally, InOrder<RowOutcome> output) {
        this.rules = rules;
        this.stop = stop;
        this.tally = tally;
        this.output = output;
    }

    boolean isRejected(Exchange exchange) {
        return leadRow(exchange).isRejected();
    }

    boolean isStopped(Exchange exchange) {
        return stop.reason().isPresent();
    }

    /** The row cannot be looked up. */
    void rejected(Exchange exchange) {
        LeadRow leadRow = leadRow(exchange);
        end(new RowOutcome.Rejected(leadRow.row(), leadRow.rejection()));
    }

    /** The row could be looked up, but the run was stopped before. */
    void notAsked(Exchange exchange) {
        end(new RowOutcome.Rejected(
                leadRow(exchange).row(), new Rejection(Kind.NOT_ASKED, "the run was stopped before this row")));
    }

    /** The row is to be looked up. */
    void begin(Exchange exchange) {
        exchange.setProperty(SEARCH, new Search(leadRow(exchange).lead(), rules));
    }

    boolean goesOn(Exchange exchange) {
        return search(exchange).goesOn();
    }

    /** The next question for LeadIQ. */
    void ask(Exchange exchange) {
        exchange.getMessage().setBody(search(exchange).question());
    }

    /** LeadIQ has answered. */
    void answered(Exchange exchange) {
        stop.answered();
        tally.addLookup(exchange.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT, 1, Integer.class));
        SearchResult answer = exchange.getMessage().getBody(SearchResult.class);
        search(exchange).answered(answer == null ? List.of() : answer.results());
    }

    /** LeadIQ has answered all there was to ask. */
    void lookedUp(Exchange exchange) {
        Search search = search(exchange);
        MatchResult match = search.match();
        end(new RowOutcome.LookedUp(leadRow(exchange).row(), match, search.values(match)));
    }

    /** The lookup failed. */
    void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        stop.failed(failure);
        if (!(failure instanceof LeadIQInvalidRequestException)) {
            tally.addLookup(1);
        }
        end(new RowOutcome.Rejected(leadRow(exchange).row(), new Rejection(Kind.FAILED, reason(failure))));
    }

    private void end(RowOutcome outcome) {
        output.done(outcome.row().number(), outcome);
    }

    private static LeadRow leadRow(Exchange exchange) {
        return exchange.getProperty(LEAD_ROW, LeadRow.class);
    }

    private static Search search(Exchange exchange) {
        return exchange.getProperty(SEARCH, Search.class);
    }

    /** Made of facts about the failure only: what a server writes can have the lead's data in it. */
    private static String reason(Throwable failure) {
        if (failure instanceof LeadIQInvalidRequestException invalid) {
            return "LeadIQ cannot be asked like this, see " + invalid.getPath();
        }
        if (failure instanceof LeadIQServerException server) {
            return "LeadIQ failed with status " + server.getStatus();
        }
        return REASONS.getOrDefault(
                failure.getClass(), "unexpected " + failure.getClass().getSimpleName());
    }
}
