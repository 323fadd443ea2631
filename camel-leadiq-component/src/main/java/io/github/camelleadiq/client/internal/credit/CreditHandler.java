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
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.AnswerReader;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a call that costs credits through only within the budget, and counts what it did cost. Calls that cost nothing
 * pass untouched.
 */
public final class CreditHandler implements CallHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditHandler.class);
    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final CreditConfig config;
    private final CallHandler next;
    private final Accounts accounts;
    private final Balance balance;
    private final CurrentPrices prices;
    private final BillingRules rules;
    private final RecordHashes hashes;
    private final LedgerAccess ledger;
    /** Null where there is no budget. */
    private final BudgetWarning warning;

    private final Clock clock;
    /** Those of the last call: they change once a day at most. */
    private volatile PeriodNames periods;

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
        this.rules = BillingRules.of(config.billing());
        this.hashes = new RecordHashes(config.secrets());
        this.ledger = new LedgerAccess(config.ledger(), workers);
        this.warning = config.budget() == null ? null : new BudgetWarning(config.budget(), config.warningAt());
        this.clock = clock;
    }

    /** What a call can cost. Sends nothing but, if so configured and they are not known, a request for the prices. */
    public CompletableFuture<CreditEstimate> estimate(PreparedCall call) {
        if (!BillingRules.isBilled(call)) {
            return CompletableFuture.completedFuture(CreditEstimate.FREE);
        }
        // without a key the server would not tell
        CompletableFuture<PriceList> valid = call.options().key() == null
                ? CompletableFuture.completedFuture(config.prices())
                : prices.told(accountOf(call), call.options(), clock.instant());
        return valid.thenApply(told -> rules.estimation().of(call, told));
    }

    @Override
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        CompletableFuture<Void> told = pricesOf(calls);
        return told.isDone() ? pay(calls) : told.thenCompose(now -> pay(calls));
    }

    /**
     * With a budget the first calls wait for the contract's prices: at the list's they could spend more than it allows. Never
     * fails.
     */
    private CompletableFuture<Void> pricesOf(List<PreparedCall> calls) {
        if (config.budget() == null) {
            return DONE;
        }
        Map<String, CompletableFuture<PriceList>> asked = new HashMap<>();
        for (PreparedCall call : calls) {
            if (BillingRules.isBilled(call) && call.options().key() != null) {
                asked.computeIfAbsent(
                        accountOf(call), account -> prices.told(account, call.options(), clock.instant()));
            }
        }
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<List<CallOutcome>> pay(List<PreparedCall> calls) {
        List<Step> steps = new ArrayList<>(calls.size());
        for (PreparedCall call : calls) {
            steps.add(step(call));
        }
        return reserve(steps).thenCompose(reserved -> send(steps)).thenCompose(sent -> settle(steps));
    }

    /** Whoever starts again tries again, perhaps with a balance that was topped up: one call is refused at worst. */
    @Override
    public void close() {
        accounts.known().forEach(CreditCircuitBreaker::end);
    }

    /** A call on its way through. Handed on from one stage to the next, and never used by two at a time. */
    private static final class Step {
        private final PreparedCall call;
        /** Those that it is reserved at; null if it costs nothing. */
        private PriceList prices;
        /** What it can cost at most; null if it costs nothing. */
        private Claim claim;
        /** Null until there is one. */
        private Reservation reservation;
        /** What became of it; null until that is known. */
        private CallOutcome outcome;
        /** What is to be written down for the reservation; null if that is nothing. */
        private Purchase bought;

        Step(PreparedCall call) {
            this.call = call;
        }

        void refuse(LeadIQException refusal) {
            outcome = CallOutcome.failed(refusal);
        }

        String operation() {
            return call.operation().graphqlName();
        }
    }

    private Step step(PreparedCall call) {
        Step step = new Step(call);
        if (!BillingRules.isBilled(call)) {
            return step;
        }
        Instant now = clock.instant();
        String account = accountOf(call);
        try {
            CreditCircuitBreaker.check(account, step.operation(), now, () -> balance.hasCredits(call.options()));
        } catch (LeadIQInsufficientCreditsException e) {
            step.refuse(e);
            return step;
        }
        step.prices = prices.of(account, call.options(), now);
        CreditEstimate estimate = rules.estimation().of(call, step.prices);
        if (config.budget() != null && estimate.missingLimit() != null) {
            step.refuse(
                    new LeadIQInvalidRequestException(
                            step.operation(),
                            estimate.missingLimit(),
                            "is needed where there is a creditBudget: without it there is no telling how much the call may cost"));
            return step;
        }
        PeriodNames names = periodsAt(now);
        step.claim = new Claim(account, names.all(), names.ofBudget(), estimate.credits(), config.budget(), now);
        return step;
    }

    /**
     * The names of the periods that a day falls into.
     *
     * @param day since 1970-01-01, in UTC
     */
    private record PeriodNames(long day, List<String> all, String ofBudget) {}

    private PeriodNames periodsAt(Instant now) {
        long day = Math.floorDiv(now.getEpochSecond(), SECONDS_OF_A_DAY);
        PeriodNames known = periods;
        if (known == null || known.day() != day) {
            known = new PeriodNames(
                    day,
                    Arrays.stream(BudgetPeriod.values())
                            .map(period -> period.nameAt(now, config.runId()))
                            .toList(),
                    config.period().nameAt(now, config.runId()));
            periods = known;
        }
        return known;
    }

    /** All claims of an account at once, in their order: where the budget ends, it ends for those behind. */
    private CompletableFuture<Void> reserve(List<Step> steps) {
        return forEachAccount(steps, step -> step.claim != null, claimed -> {
            List<Claim> claims = new ArrayList<>(claimed.size());
            claimed.forEach(step -> claims.add(step.claim));
            return ledger.call(known -> known.reserve(claims)).handle((decisions, trouble) -> {
                for (int i = 0; i < claimed.size(); i++) {
                    reserved(claimed.get(i), trouble == null ? decisions.get(i) : null, trouble);
                }
                return null;
            });
        });
    }

    private static void reserved(Step step, Decision decision, Throwable trouble) {
        if (trouble != null) {
            step.refuse(new LeadIQCreditLedgerException(step.operation(), cause(trouble)));
        } else if (decision.reservation() == null) {
            step.refuse(new LeadIQCreditBudgetException(
                    step.operation(),
                    step.claim.budget(),
                    decision.totals().spent(),
                    decision.totals().reserved(),
                    step.claim.credits()));
        } else {
            step.reservation = decision.reservation();
        }
    }

    private CompletableFuture<Void> send(List<Step> steps) {
        List<Step> toSend = new ArrayList<>(steps.size());
        List<PreparedCall> calls = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (step.outcome == null) {
                toSend.add(step);
                calls.add(step.call);
            }
        }
        if (calls.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return next.handle(calls).thenAccept(outcomes -> {
            for (int i = 0; i < outcomes.size(); i++) {
                toSend.get(i).outcome = outcomes.get(i);
            }
        });
    }

    /** All that came back at once: what was bought is written down, and what was not is given back. */
    private CompletableFuture<List<CallOutcome>> settle(List<Step> steps) {
        for (Step step : steps) {
            if (step.reservation != null) {
                if (step.outcome.failure() instanceof LeadIQInsufficientCreditsException) {
                    CreditCircuitBreaker.stop(step.reservation.account(), clock.instant());
                }
                step.bought = purchase(step);
            }
        }
        CompletableFuture<Void> refunded =
                forEachAccount(steps, step -> step.reservation != null && step.bought == null, this::refund);
        CompletableFuture<Void> charged = forEachAccount(steps, step -> step.bought != null, this::charge);
        return refunded.thenCombine(charged, (one, other) -> {
            List<CallOutcome> outcomes = new ArrayList<>(steps.size());
            steps.forEach(step -> outcomes.add(step.outcome));
            return outcomes;
        });
    }

    /** Completed when the work for the last account is done. */
    private static CompletableFuture<Void> forEachAccount(
            List<Step> steps, Predicate<Step> which, Function<List<Step>, CompletableFuture<Void>> work) {
        Map<String, List<Step>> accounts = new LinkedHashMap<>();
        for (Step step : steps) {
            if (which.test(step)) {
                accounts.computeIfAbsent(step.claim.account(), any -> new ArrayList<>())
                        .add(step);
            }
        }
        CompletableFuture<Void> done = DONE;
        for (List<Step> ofAccount : accounts.values()) {
            CompletableFuture<Void> one = work.apply(ofAccount);
            done = done.isDone() ? one : done.thenCombine(one, (all, last) -> null);
        }
        return done;
    }

    private Purchase purchase(Step step) {
        CallOutcome outcome = step.outcome;
        if (!outcome.isFailure()) {
            return purchase(
                    step,
                    outcome.answer().content().sales(),
                    outcome.answer().errors().isEmpty());
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
                ? purchase(step, sales(step.call, errors.getPartialData().orElseThrow()), false)
                : Purchase.of(step.reservation.credits(), true);
    }

    private static List<Sale> sales(PreparedCall call, byte[] partialData) {
        try {
            JsonSlice json = new JsonSlice(partialData, 0, partialData.length);
            return AnswerReader.read(json, call.document().answer()).sales();
        } catch (IOException e) {
            throw new UncheckedIOException("the same bytes were read before", e);
        }
    }

    /**
     * @param sales null for an answer that cannot be counted
     * @param whole whether nothing is missing that the server may have charged for
     */
    private Purchase purchase(Step step, List<Sale> sales, boolean whole) {
        if (sales == null) {
            return Purchase.of(step.reservation.credits(), true);
        }
        Purchase bought = rules.sold().in(step.call, sales, step.prices, hashes, clock.instant());
        return whole ? bought : bought.atLeast(step.reservation.credits());
    }

    private CompletableFuture<Void> refund(List<Step> steps) {
        List<Reservation> reservations = new ArrayList<>(steps.size());
        steps.forEach(step -> reservations.add(step.reservation));
        return ledger.<Void>callLast(known -> {
                    known.refund(reservations);
                    return null;
                })
                .exceptionally(trouble -> {
                    stillReserved(steps, trouble);
                    return null;
                });
    }

    private CompletableFuture<Void> charge(List<Step> steps) {
        List<Charge> charges = new ArrayList<>(steps.size());
        steps.forEach(step -> charges.add(new Charge(step.reservation, step.bought)));
        return ledger.callLast(known -> known.settle(charges)).handle((settlements, trouble) -> {
            if (trouble != null) {
                stillReserved(steps, trouble);
            } else {
                for (int i = 0; i < steps.size(); i++) {
                    Step step = steps.get(i);
                    step.outcome = step.outcome.costing(credits(step, settlements.get(i)));
                }
            }
            steps.forEach(this::tell);
            return null;
        });
    }

    private CallCredits credits(Step step, Settlement settlement) {
        Reservation reservation = step.reservation;
        Bill bill = settlement.bill();
        if (warning != null) {
            warning.look(reservation.account(), reservation.budgetPeriod(), settlement.totals());
        }
        if (bill.credits().compareTo(reservation.credits()) > 0) {
            LOG.warn(
                    "{} has cost {} credits, more than the {} that it was expected to cost at most",
                    step.operation(),
                    bill.credits(),
                    reservation.credits());
        }
        return new CallCredits(reservation.credits(), bill.credits(), bill.byDataPoint(), bill.uncertain());
    }

    /** The answers are there, and their price is set aside: nothing is lost but exactness. */
    private static void stillReserved(List<Step> steps, Throwable trouble) {
        LOG.warn("The credit ledger failed after a call; what was reserved for it stays reserved", cause(trouble));
        for (Step step : steps) {
            BigDecimal reserved = step.reservation.credits();
            step.outcome = step.outcome.costing(new CallCredits(reserved, reserved, Map.of(), true));
        }
    }

    private void tell(Step step) {
        if (config.listener() != null) {
            try {
                config.listener().spent(step.call.operation(), step.outcome.credits());
            } catch (RuntimeException | Error e) {
                LOG.warn("The credit listener failed", e);
            }
        }
    }

    private String accountOf(PreparedCall call) {
        return accounts.of(call.options().key());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
