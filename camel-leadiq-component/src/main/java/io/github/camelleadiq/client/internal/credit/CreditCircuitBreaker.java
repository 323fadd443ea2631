/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls that would only be refused from being sent, once the server has said 402 to one of them: for all clients
 * of the JVM that use the same key on the same server.
 */
final class CreditCircuitBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(CreditCircuitBreaker.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Map<String, CreditCircuitBreaker> BY_ACCOUNT = new ConcurrentHashMap<>();

    private final String account;
    private Duration wait = FIRST_WAIT;
    private Instant nextCheck;
    private boolean checking;

    private CreditCircuitBreaker(String account, Instant nextCheck) {
        this.account = account;
        this.nextCheck = nextCheck;
    }

    /** Stops all further spending of an account. */
    static void stop(String account, Instant now) {
        BY_ACCOUNT.computeIfAbsent(account, any -> {
            LOG.warn("The credits are used up: nothing that costs credits is sent until the balance says otherwise");
            return new CreditCircuitBreaker(account, now.plus(FIRST_WAIT));
        });
    }

    /**
     * Fails when spending is stopped, and has the balance looked at when that is due: after five seconds, then after ten,
     * twenty, up to a minute. The call does not wait for it.
     *
     * @param hasCredits asks the server
     */
    static void check(String account, String operation, Instant now, Supplier<CompletableFuture<Boolean>> hasCredits) {
        CreditCircuitBreaker stop = BY_ACCOUNT.get(account);
        if (stop != null) {
            stop.lookAtBalance(now, hasCredits);
            throw new LeadIQInsufficientCreditsException(
                    operation, "not sent, because the server has said that the credits are used up");
        }
    }

    /** Lets the next call find out for itself. */
    static void end(String account) {
        BY_ACCOUNT.remove(account);
    }

    private void lookAtBalance(Instant now, Supplier<CompletableFuture<Boolean>> hasCredits) {
        synchronized (this) {
            if (checking || now.isBefore(nextCheck)) {
                return;
            }
            checking = true;
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            nextCheck = now.plus(wait);
        }
        hasCredits.get().whenComplete((has, failure) -> {
            synchronized (this) {
                checking = false;
            }
            if (failure != null) {
                LOG.debug("Could not look at the balance", failure);
            } else if (has) {
                LOG.info("There are credits again");
                BY_ACCOUNT.remove(account, this);
            }
        });
    }
}
