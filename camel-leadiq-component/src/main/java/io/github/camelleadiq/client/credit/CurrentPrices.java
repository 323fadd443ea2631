/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The price list of each account: what is configured, until the server has told what the contract says. */
final class CurrentPrices {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPrices.class);
    private static final Duration REFRESH = Duration.ofDays(1);

    private record Known(PriceList prices, Instant askAgain) {}

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
        if (!refreshes) {
            return configured;
        }
        Known known = accounts.getOrDefault(account, new Known(configured, Instant.MIN));
        if (!now.isBefore(known.askAgain())) {
            Known asked = new Known(known.prices(), now.plus(REFRESH));
            Known before = accounts.put(account, asked);
            if (before == null || before.equals(known)) {
                refresh(account, asked, options);
            }
        }
        return known.prices();
    }

    private void refresh(String account, Known asked, CallOptions options) {
        balance.prices(asked.prices(), options).whenComplete((prices, failure) -> {
            if (failure == null) {
                accounts.put(account, new Known(prices, asked.askAgain()));
            } else {
                LOG.info(
                        "The server does not tell its prices; going on with those that are known: {}",
                        failure.toString());
            }
        });
    }
}
