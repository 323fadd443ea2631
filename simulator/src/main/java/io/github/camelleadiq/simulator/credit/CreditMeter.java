/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bills each key by what a query selects and really gets. A data point that a key has unlocked is free for it for 365
 * days. All amounts are exact Universal Credits.
 */
public final class CreditMeter {
    private static final Duration FREE = Duration.ofDays(365);

    private final Clock clock;
    private final BigDecimal credits;
    private final Map<String, Account> accounts = new HashMap<>();

    /**
     * @param clock   says when a free year is over
     * @param credits what each key has to spend, or null for no limit
     */
    public CreditMeter(Clock clock, BigDecimal credits) {
        this.clock = clock;
        this.credits = credits;
    }

    /** What the key was charged so far. */
    public synchronized BigDecimal total(String key) {
        return account(key).spent;
    }

    /** What the key was charged so far for each data point; data points never sold are left out. */
    public synchronized Map<BilledDataPoint, BigDecimal> byDataPoint(String key) {
        Map<BilledDataPoint, BigDecimal> sums = new EnumMap<>(BilledDataPoint.class);
        account(key).charges.forEach(c -> sums.merge(c.dataPoint(), c.credits(), BigDecimal::add));
        return sums;
    }

    /** Every charge of every key, in order for each key. */
    public synchronized List<Charge> charges() {
        return accounts.values().stream().flatMap(a -> a.charges.stream()).toList();
    }

    /** What the key has left, or null when there is no limit. */
    public synchronized BigDecimal balance(String key) {
        return credits == null ? null : credits.subtract(account(key).spent);
    }

    /** Forgets all charges and all free years. */
    public synchronized void reset() {
        accounts.clear();
    }

    /**
     * Charges what the sales cost, or nothing at all.
     *
     * @return the charges made; empty if all of it was free
     * @throws CreditsExhaustedException if the key cannot pay for all of it
     */
    public synchronized List<Charge> charge(String key, String operation, List<BilledItem> sales) {
        Account account = account(key);
        Instant now = clock.instant();
        Map<Unlock, Charge> due = new LinkedHashMap<>();
        for (BilledItem sale : sales) {
            int before = due.size();
            sale.contact().forEach(point -> account.add(due, operation, sale.personId(), point, now));
            sale.companyIds().forEach(id -> account.add(due, operation, id, BilledDataPoint.COMPANY, now));
            if (sale.personId() != null && due.size() == before) {
                account.add(due, operation, sale.personId(), BilledDataPoint.PROFILE, now);
            }
        }
        BigDecimal sum = due.values().stream().map(Charge::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (credits != null && credits.subtract(account.spent).compareTo(sum) < 0) {
            throw new CreditsExhaustedException();
        }
        due.keySet().forEach(unlock -> account.unlocked.put(unlock, now));
        // whoever bought more has the profile with it
        sales.stream()
                .filter(s -> s.personId() != null)
                .map(s -> new Unlock(s.personId(), BilledDataPoint.PROFILE))
                .filter(unlock -> !account.isFree(unlock, now))
                .forEach(unlock -> account.unlocked.put(unlock, now));
        account.charges.addAll(due.values());
        account.spent = account.spent.add(sum);
        return List.copyOf(due.values());
    }

    /** Takes back charges for an answer that was never given. */
    public synchronized void refund(String key, List<Charge> charges) {
        Account account = account(key);
        for (Charge charge : charges) {
            if (account.charges.remove(charge)) {
                account.spent = account.spent.subtract(charge.credits());
                account.unlocked.remove(new Unlock(charge.recordId(), charge.dataPoint()));
                account.unlocked.remove(new Unlock(charge.recordId(), BilledDataPoint.PROFILE));
            }
        }
    }

    private Account account(String key) {
        return accounts.computeIfAbsent(key, k -> new Account());
    }

    private record Unlock(String recordId, BilledDataPoint dataPoint) {}

    private static final class Account {
        private final List<Charge> charges = new ArrayList<>();
        private final Map<Unlock, Instant> unlocked = new HashMap<>();
        private BigDecimal spent = BigDecimal.ZERO;

        private boolean isFree(Unlock unlock, Instant now) {
            Instant since = unlocked.get(unlock);
            return since != null && now.isBefore(since.plus(FREE));
        }

        private void add(
                Map<Unlock, Charge> due, String operation, String recordId, BilledDataPoint point, Instant now) {
            Unlock unlock = new Unlock(recordId, point);
            if (!isFree(unlock, now)) {
                due.putIfAbsent(unlock, new Charge(operation, recordId, point, point.price()));
            }
        }
    }
}
