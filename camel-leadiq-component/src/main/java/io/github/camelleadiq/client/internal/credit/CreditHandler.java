/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQCreditLedgerException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.credit.Bill;
import io.github.camelleadiq.client.credit.Billing;
import io.github.camelleadiq.client.credit.BudgetPeriod;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Charge;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Decision;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Settlement;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.credit.Purchase;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        List<Step> steps = calls.stream().map(this::step).toList();
        return reserve(steps).thenCompose(reserved -> next.handlePresent(
                        reserved.stream().map(Step::toSend).toList())
                .thenCompose(outcomes -> settleAll(reserved, outcomes)));
    }

    /** Whoever starts again tries again, perhaps with a balance that was topped up: one call is refused at worst. */
    @Override
    public void close() {
        accounts.known().forEach(CreditCircuitBreaker::end);
    }

    /**
     * A call on its way through.
     *
     * @param prices those that it is reserved at; null if it costs nothing
     * @param claim what it can cost at most; null if it costs nothing
     * @param reservation null until there is one
     * @param refusal why it is not sent; else null
     */
    private record Step(
            PreparedCall call, PriceList prices, Claim claim, Reservation reservation, LeadIQException refusal) {

        static Step refused(PreparedCall call, LeadIQException refusal) {
            return new Step(call, null, null, null, refusal);
        }

        PreparedCall toSend() {
            return refusal == null ? call : null;
        }
    }

    private Step step(PreparedCall call) {
        if (!CreditEstimator.isBilled(call)) {
            return new Step(call, null, null, null, null);
        }
        Instant now = clock.instant();
        String account = accountOf(call);
        String operation = call.operation().graphqlName();
        try {
            CreditCircuitBreaker.check(account, operation, now, () -> balance.hasCredits(call.options()));
        } catch (LeadIQInsufficientCreditsException e) {
            return Step.refused(call, e);
        }
        PriceList valid = prices.of(account, call.options(), now);
        CreditEstimate estimate = estimate(call, valid);
        if (config.budget() != null && estimate.missingLimit() != null) {
            return Step.refused(
                    call,
                    new LeadIQInvalidRequestException(
                            operation,
                            estimate.missingLimit(),
                            "is needed where there is a creditBudget: without it nobody can tell how much the call may"
                                    + " cost"));
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
        return new Step(call, valid, claim, null, null);
    }

    /** All claims of an account at once, in their order: where the budget ends, it ends for those behind. */
    private CompletableFuture<List<Step>> reserve(List<Step> steps) {
        List<Step> reserved = new ArrayList<>(steps);
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).claim() != null) {
                places.computeIfAbsent(steps.get(i).claim().account(), any -> new ArrayList<>())
                        .add(i);
            }
        }
        List<CompletableFuture<Void>> all = new ArrayList<>();
        places.values().forEach(account -> {
            List<Claim> claims =
                    account.stream().map(place -> steps.get(place).claim()).toList();
            all.add(ledger.call(known -> known.reserve(claims)).handle((decisions, trouble) -> {
                for (int i = 0; i < account.size(); i++) {
                    Step step = steps.get(account.get(i));
                    reserved.set(account.get(i), reserved(step, trouble == null ? decisions.get(i) : null, trouble));
                }
                return null;
            }));
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).thenApply(done -> reserved);
    }

    private static Step reserved(Step step, Decision decision, Throwable trouble) {
        String operation = step.call().operation().graphqlName();
        if (trouble != null) {
            return Step.refused(step.call(), new LeadIQCreditLedgerException(operation, cause(trouble)));
        }
        if (decision.reservation() == null) {
            return Step.refused(
                    step.call(),
                    new LeadIQCreditBudgetException(
                            operation,
                            step.claim().budget(),
                            decision.totals().spent(),
                            decision.totals().reserved(),
                            step.claim().credits()));
        }
        return new Step(step.call(), step.prices(), step.claim(), decision.reservation(), null);
    }

    /** All that came back at once: what was bought is written down, and what was not is given back. */
    private CompletableFuture<List<CallOutcome>> settleAll(List<Step> steps, List<CallOutcome> outcomes) {
        List<CallOutcome> settled = new ArrayList<>();
        Map<String, List<Payment>> payments = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            CallOutcome outcome = step.refusal() == null ? outcomes.get(i) : CallOutcome.failed(step.refusal());
            settled.add(outcome);
            if (step.reservation() != null) {
                if (outcome.failure() instanceof LeadIQInsufficientCreditsException) {
                    CreditCircuitBreaker.stop(step.reservation().account(), clock.instant());
                }
                payments.computeIfAbsent(step.reservation().account(), any -> new ArrayList<>())
                        .add(new Payment(i, step, purchase(step, outcome)));
            }
        }
        List<CompletableFuture<Void>> all = new ArrayList<>();
        payments.values().forEach(account -> {
            all.add(refund(
                    account.stream().filter(paid -> paid.bought() == null).toList(), settled));
            all.add(settle(
                    account.stream().filter(paid -> paid.bought() != null).toList(), settled));
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).thenApply(done -> settled);
    }

    /**
     * What is to be written down for a reservation.
     *
     * @param place of the call in the list
     * @param bought null if that is nothing
     */
    private record Payment(int place, Step step, Purchase bought) {

        Reservation reservation() {
            return step.reservation();
        }
    }

    private Purchase purchase(Step step, CallOutcome outcome) {
        if (!outcome.isFailure()) {
            CallResult answer = outcome.answer();
            return purchase(step, answer.data(), answer.errors().isEmpty());
        }
        return isFree(outcome.failure()) ? null : purchase(step, outcome.failure());
    }

    /** LeadIQ bills the records of an answer: what was refused, or answered by errors alone, has none. */
    private static boolean isFree(Throwable failure) {
        return failure instanceof LeadIQException known
                && (!known.mayHaveBeenProcessed()
                        || known instanceof LeadIQAuthenticationException
                        || known instanceof LeadIQGraphQLException errors
                                && errors.getPartialData().isEmpty());
    }

    private Purchase purchase(Step step, LeadIQException failure) {
        return failure instanceof LeadIQGraphQLException errors
                ? errors.getPartialData()
                        .map(bytes -> purchase(step, new JsonSlice(bytes, 0, bytes.length), false))
                        .orElseThrow()
                : Purchase.of(step.reservation().credits(), true);
    }

    /** @param whole whether nothing is missing that the server may have charged for */
    private Purchase purchase(Step step, JsonSlice data, boolean whole) {
        try {
            Purchase bought = purchases.read(step.call(), data, step.prices(), clock.instant());
            return whole ? bought : bought.atLeast(step.reservation().credits());
        } catch (IOException | RuntimeException e) {
            // an answer of another shape than the schema's: its neighbours are to be settled all the same
            return Purchase.of(step.reservation().credits(), true);
        }
    }

    private CompletableFuture<Void> refund(List<Payment> payments, List<CallOutcome> settled) {
        if (payments.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Reservation> reservations =
                payments.stream().map(Payment::reservation).toList();
        return ledger.<Void>callLast(known -> {
                    known.refund(reservations);
                    return null;
                })
                .exceptionally(trouble -> {
                    stillReserved(payments, trouble, settled);
                    return null;
                });
    }

    private CompletableFuture<Void> settle(List<Payment> payments, List<CallOutcome> settled) {
        if (payments.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Charge> charges = payments.stream()
                .map(payment -> new Charge(payment.reservation(), payment.bought()))
                .toList();
        return ledger.callLast(known -> known.settle(charges)).handle((settlements, trouble) -> {
            if (trouble != null) {
                stillReserved(payments, trouble, settled);
            } else {
                for (int i = 0; i < payments.size(); i++) {
                    Payment payment = payments.get(i);
                    cost(payment, settled(payment, settlements.get(i)), settled);
                }
            }
            payments.forEach(
                    payment -> tell(payment, settled.get(payment.place()).credits()));
            return null;
        });
    }

    private static void cost(Payment payment, CallCredits credits, List<CallOutcome> settled) {
        settled.set(payment.place(), settled.get(payment.place()).costing(credits));
    }

    private CallCredits settled(Payment payment, Settlement settlement) {
        Reservation reservation = payment.reservation();
        Bill bill = settlement.bill();
        warning.look(reservation.account(), reservation.budgetPeriod(), settlement.totals());
        if (bill.credits().compareTo(reservation.credits()) > 0) {
            LOG.warn(
                    "{} has cost {} credits, more than the {} that it was expected to cost at most",
                    payment.step().call().operation().graphqlName(),
                    bill.credits(),
                    reservation.credits());
        }
        return new CallCredits(reservation.credits(), bill.credits(), bill.byDataPoint(), bill.uncertain());
    }

    /** The answers are there, and their price is set aside: nothing is lost but exactness. */
    private static void stillReserved(List<Payment> payments, Throwable trouble, List<CallOutcome> settled) {
        LOG.warn("The credit ledger failed after a call; what was reserved for it stays reserved", cause(trouble));
        for (Payment payment : payments) {
            BigDecimal reserved = payment.reservation().credits();
            cost(payment, new CallCredits(reserved, reserved, Map.of(), true), settled);
        }
    }

    private void tell(Payment payment, CallCredits credits) {
        if (config.listener() != null) {
            try {
                config.listener().spent(payment.step().call().operation(), credits);
            } catch (RuntimeException | Error e) {
                LOG.warn("The credit listener failed", e);
            }
        }
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
