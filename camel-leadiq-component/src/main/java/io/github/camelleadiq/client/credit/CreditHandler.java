/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQCreditLedgerException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Decision;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Settlement;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a call that costs credits through only within the budget, and counts what it did cost. Calls that cost nothing
 * pass untouched.
 */
public final class CreditHandler implements CallHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditHandler.class);

    private final CreditConfig config;
    private final CallHandler next;
    private final Accounts accounts;
    private final Balance balance;
    private final CurrentPrices prices;
    private final PurchaseReader purchases;
    private final LedgerAccess ledger;
    private final BudgetWarning warning;
    private final Clock clock;

    /**
     * @param server whose accounts the keys open
     * @param next gets the answers
     * @param free asks for balance and prices
     * @param workers runs a ledger that blocks
     * @param clock tells periods and the free year
     */
    public CreditHandler(
            CreditConfig config, URI server, CallHandler next, FreeCalls free, Executor workers, Clock clock) {
        this.config = config;
        this.next = next;
        this.accounts = new Accounts(server);
        this.balance = new Balance(free);
        this.prices = new CurrentPrices(config.prices(), config.refreshPrices(), balance);
        this.purchases = new PurchaseReader(config.billing());
        this.ledger = new LedgerAccess(config.ledger(), workers);
        this.warning = new BudgetWarning(config.budget(), config.warningAt());
        this.clock = clock;
    }

    /** What a call can cost. Sends nothing but, if so configured and they are not known, a request for the prices. */
    public CompletableFuture<CreditEstimate> estimate(PreparedCall call) {
        if (!CreditEstimator.isBilled(call)) {
            return CompletableFuture.completedFuture(CreditEstimate.FREE);
        }
        // without a key the server would not tell
        CompletableFuture<PriceList> valid = call.options().key() == null
                ? CompletableFuture.completedFuture(config.prices())
                : prices.told(accountOf(call), call.options(), clock.instant());
        return valid.thenApply(told -> estimate(call, told));
    }

    @Override
    public CompletableFuture<Answer> handle(PreparedCall call) {
        if (!CreditEstimator.isBilled(call)) {
            return next.handle(call);
        }
        try {
            return pay(call);
        } catch (LeadIQException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whoever starts again tries again, perhaps with a balance that was topped up: one call is refused at worst. */
    @Override
    public void close() {
        accounts.known().forEach(SpendingStop::end);
    }

    private CompletableFuture<Answer> pay(PreparedCall call) {
        Instant now = clock.instant();
        String account = accountOf(call);
        String operation = call.operation().graphqlName();
        SpendingStop.check(account, operation, now, () -> balance.hasCredits(call.options()));
        PriceList valid = prices.of(account, call.options(), now);
        CreditEstimate estimate = estimate(call, valid);
        if (config.budget() != null && estimate.missingLimit() != null) {
            throw new LeadIQInvalidRequestException(
                    operation,
                    estimate.missingLimit(),
                    "is needed where there is a creditBudget: without it nobody can tell how much the call may cost");
        }
        Claim claim = new Claim(
                account,
                Arrays.stream(BudgetPeriod.values())
                        .map(period -> period.nameAt(now, config.runId()))
                        .toList(),
                config.period().nameAt(now, config.runId()),
                estimate.credits(),
                config.budget(),
                now);
        return ledger.call(known -> known.reserve(claim))
                .handle((decision, trouble) -> reserved(operation, claim, decision, trouble))
                .thenCompose(reservation -> send(new Payment(call, valid, reservation)));
    }

    private Reservation reserved(String operation, Claim claim, Decision decision, Throwable trouble) {
        if (trouble != null) {
            throw new LeadIQCreditLedgerException(operation, cause(trouble));
        }
        if (decision.reservation() == null) {
            throw new LeadIQCreditBudgetException(
                    operation,
                    claim.budget(),
                    decision.totals().spent(),
                    decision.totals().reserved(),
                    claim.credits());
        }
        return decision.reservation();
    }

    /**
     * A call that is reserved.
     *
     * @param prices those that it was reserved at
     */
    private record Payment(PreparedCall call, PriceList prices, Reservation reservation) {}

    private CompletableFuture<Answer> send(Payment payment) {
        CompletableFuture<Answer> sent;
        try {
            sent = next.handle(payment.call());
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        return sent.handle((answer, failure) ->
                        failure == null ? answered(payment, answer) : failed(payment, cause(failure)))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Answer> answered(Payment payment, Answer answer) {
        Purchase bought = purchase(payment, answer.data(), answer.errors().isEmpty());
        return settle(payment, bought).thenApply(answer::withCredits);
    }

    private CompletableFuture<Answer> failed(Payment payment, Throwable failure) {
        if (failure instanceof LeadIQInsufficientCreditsException) {
            SpendingStop.stop(payment.reservation().account(), clock.instant());
        }
        return (isFree(failure) ? refund(payment) : settle(payment, purchase(payment, failure)))
                .thenCompose(done -> CompletableFuture.failedFuture(failure));
    }

    /** LeadIQ bills the records of an answer: what was refused, or answered by errors alone, has none. */
    private static boolean isFree(Throwable failure) {
        return failure instanceof LeadIQException known
                && (!known.mayHaveBeenProcessed()
                        || known instanceof LeadIQAuthenticationException
                        || known instanceof LeadIQGraphQLException errors
                                && errors.getPartialData().isEmpty());
    }

    private Purchase purchase(Payment payment, Throwable failure) {
        return failure instanceof LeadIQGraphQLException errors
                ? errors.getPartialData()
                        .map(bytes -> purchase(payment, new JsonSlice(bytes, 0, bytes.length), false))
                        .orElseThrow()
                : Purchase.of(payment.reservation().credits(), true);
    }

    /** @param whole whether nothing is missing that the server may have charged for */
    private Purchase purchase(Payment payment, JsonSlice data, boolean whole) {
        try {
            Purchase bought = purchases.read(payment.call(), data, payment.prices(), clock.instant());
            return whole ? bought : bought.atLeast(payment.reservation().credits());
        } catch (IOException e) {
            return Purchase.of(payment.reservation().credits(), true);
        }
    }

    private CompletableFuture<CallCredits> refund(Payment payment) {
        return ledger.callLast(known -> {
                    known.refund(payment.reservation());
                    return CallCredits.NONE;
                })
                .exceptionally(trouble -> stillReserved(payment, trouble));
    }

    private CompletableFuture<CallCredits> settle(Payment payment, Purchase bought) {
        return ledger.callLast(known -> known.settle(payment.reservation(), bought))
                .thenApply(settlement -> settled(payment, settlement))
                .exceptionally(trouble -> stillReserved(payment, trouble))
                .thenApply(credits -> tell(payment, credits));
    }

    private CallCredits settled(Payment payment, Settlement settlement) {
        Reservation reservation = payment.reservation();
        Bill bill = settlement.bill();
        warning.look(reservation.account(), reservation.budgetPeriod(), settlement.totals());
        if (bill.credits().compareTo(reservation.credits()) > 0) {
            LOG.warn(
                    "{} has cost {} credits, more than the {} that it was expected to cost at most",
                    payment.call().operation().graphqlName(),
                    bill.credits(),
                    reservation.credits());
        }
        return new CallCredits(reservation.credits(), bill.credits(), bill.byDataPoint(), bill.uncertain());
    }

    /** The answer is there, and its price is set aside: nothing is lost but exactness. */
    private static CallCredits stillReserved(Payment payment, Throwable trouble) {
        LOG.warn("The credit ledger failed after a call; what was reserved for it stays reserved", cause(trouble));
        return new CallCredits(
                payment.reservation().credits(), payment.reservation().credits(), Map.of(), true);
    }

    private CallCredits tell(Payment payment, CallCredits credits) {
        if (config.listener() != null) {
            try {
                config.listener().spent(payment.call().operation(), credits);
            } catch (RuntimeException e) {
                LOG.warn("The credit listener failed", e);
            }
        }
        return credits;
    }

    private CreditEstimate estimate(PreparedCall call, PriceList valid) {
        return config.billing() == Billing.UNIVERSAL
                ? CreditEstimator.universal(call, purchases.shape(call), valid)
                : CreditEstimator.page(call);
    }

    private String accountOf(PreparedCall call) {
        return accounts.of(call.options().key());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
