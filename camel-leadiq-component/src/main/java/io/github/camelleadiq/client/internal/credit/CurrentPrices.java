/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.credit.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The price list of each account: what is configured, until the server has told what the contract says. */
final class CurrentPrices {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPrices.class);
    private static final Duration REFRESH = Duration.ofDays(1);
    /** After a question without an answer: the server may be there again, and every call goes at a guess until then. */
    private static final Duration REPEAT = Duration.ofMinutes(1);

    /**
     * What is known of an account.
     *
     * @param prices those that count now
     * @param askAgain when they are too old
     * @param askedAt when the server was asked for these, or for newer ones
     * @param told those of the server once it has answered, or these if it does not
     */
    private record Known(PriceList prices, Instant askAgain, Instant askedAt, CompletableFuture<PriceList> told) {}

    private final PriceList configured;
    private final boolean refreshes;
    private final Balance balance;
    private final Map<String, Known> accounts = new ConcurrentHashMap<>();

    CurrentPrices(PriceList configured, boolean refreshes, Balance balance) {
        this.configured = configured;
        this.refreshes = refreshes;
        this.balance = balance;
    }

    /** What is known now. Never waits: a new answer counts for the calls after it. */
    PriceList of(String account, CallOptions options, Instant now) {
        return refreshes ? current(account, options, now).prices() : configured;
    }

    /** What the server tells if it is to be asked; for those who have time to wait. Never fails. */
    CompletableFuture<PriceList> told(String account, CallOptions options, Instant now) {
        return refreshes ? current(account, options, now).told().copy() : CompletableFuture.completedFuture(configured);
    }

    private Known current(String account, CallOptions options, Instant now) {
        Known known = accounts.get(account);
        if (known != null && now.isBefore(known.askAgain())) {
            return known;
        }
        PriceList valid = known == null ? configured : known.prices();
        Known asked = new Known(valid, now.plus(REFRESH), now, new CompletableFuture<>());
        boolean isOurs =
                known == null ? accounts.putIfAbsent(account, asked) == null : accounts.replace(account, known, asked);
        if (!isOurs) {
            return accounts.get(account);
        }
        refresh(account, asked, options);
        return asked;
    }

    private void refresh(String account, Known asked, CallOptions options) {
        balance.prices(asked.prices(), options).whenComplete((prices, failure) -> {
            if (failure == null) {
                accounts.put(account, new Known(prices, asked.askAgain(), asked.askedAt(), asked.told()));
                asked.told().complete(prices);
            } else {
                LOG.info(
                        "The server does not tell its prices; going on with those that are known: {}",
                        failure.toString());
                if (canBeAnswered(failure)) {
                    Instant soon = asked.askedAt().plus(REPEAT);
                    accounts.replace(account, asked, new Known(asked.prices(), soon, asked.askedAt(), asked.told()));
                }
                asked.told().complete(asked.prices());
            }
        });
    }

    /** A server that has no such question, or does not allow it, has no other answer in a minute. */
    private static boolean canBeAnswered(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return !(cause instanceof LeadIQInvalidRequestException || cause instanceof LeadIQGraphQLException);
    }
}
