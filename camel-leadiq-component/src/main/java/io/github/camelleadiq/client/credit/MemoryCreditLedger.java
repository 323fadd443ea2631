/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps all in memory: for one process, and until it ends. Forgets what is no longer free, and of each account all but the
 * last 500,000 data points that were bought: what is forgotten counts as bought anew, so that the count can only be too
 * high.
 */
public final class MemoryCreditLedger implements LeadIQCreditLedger {

    private static final int UNLOCKS_BETWEEN_SWEEPS = 10_000;
    /** Some 130 MB: a year of purchases can be more than the heap. */
    private static final int MAXIMUM_UNLOCKS = 500_000;

    private static final Bill NOTHING = Bill.of(BigDecimal.ZERO, false);

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final int maximumUnlocks;

    public MemoryCreditLedger() {
        this(MAXIMUM_UNLOCKS);
    }

    /** @param maximumUnlocks data points of an account to remember at most */
    MemoryCreditLedger(int maximumUnlocks) {
        this.maximumUnlocks = maximumUnlocks;
    }

    @Override
    public List<Decision> reserve(List<Claim> claims) {
        return claims.isEmpty() ? List.of() : account(claims.get(0).account()).reserve(claims);
    }

    @Override
    public List<Settlement> settle(List<Charge> charges) {
        return charges.isEmpty()
                ? List.of()
                : account(charges.get(0).reservation().account()).settle(charges);
    }

    @Override
    public void refund(List<Reservation> reservations) {
        if (!reservations.isEmpty()) {
            account(reservations.get(0).account()).release(reservations);
        }
    }

    @Override
    public int erase(Set<String> recordHashes) {
        return accounts.values().stream()
                .mapToInt(account -> account.erase(recordHashes))
                .sum();
    }

    @Override
    public Totals totals(String account, String period) {
        return account(account).totals(period);
    }

    @Override
    public boolean isBlocking() {
        return false;
    }

    private Account account(String name) {
        Account known = accounts.get(name);
        return known != null ? known : accounts.computeIfAbsent(name, any -> new Account(maximumUnlocks));
    }

    private static final class Account {

        private final Map<String, Totals> periods = new HashMap<>();
        private final Map<UnlockKey, Unlock> unlocks = new LinkedHashMap<>();
        private final int maximumUnlocks;
        /** Reservations by the version that they were made at, which no other one has. */
        private final Set<Long> open = new HashSet<>();

        private long version;
        private int unlocksUntilSweep = UNLOCKS_BETWEEN_SWEEPS;

        private Account(int maximumUnlocks) {
            this.maximumUnlocks = maximumUnlocks;
        }

        synchronized Totals totals(String period) {
            return periods.getOrDefault(period, Totals.ZERO);
        }

        synchronized List<Decision> reserve(List<Claim> claims) {
            List<Decision> decisions = new ArrayList<>(claims.size());
            claims.forEach(claim -> decisions.add(reserve(claim)));
            return decisions;
        }

        private Decision reserve(Claim claim) {
            Totals totals = totals(claim.budgetPeriod());
            if (!totals.leaveRoomFor(claim)) {
                return new Decision(null, totals);
            }
            version++;
            Reservation reservation = new Reservation(
                    claim.account() + "-" + version,
                    claim.account(),
                    claim.periods(),
                    claim.budgetPeriod(),
                    claim.credits(),
                    version);
            open.add(version);
            for (String period : claim.periods()) {
                periods.put(period, totals(period).reserve(claim.credits()));
            }
            return new Decision(reservation, totals);
        }

        synchronized List<Settlement> settle(List<Charge> charges) {
            List<Bill> bills = new ArrayList<>(charges.size());
            charges.forEach(charge -> bills.add(settle(charge.reservation(), charge.purchase())));
            List<Settlement> settlements = new ArrayList<>(charges.size());
            for (int i = 0; i < charges.size(); i++) {
                settlements.add(new Settlement(
                        bills.get(i), totals(charges.get(i).reservation().budgetPeriod())));
            }
            return settlements;
        }

        synchronized void release(List<Reservation> reservations) {
            reservations.forEach(this::release);
        }

        private Bill settle(Reservation reservation, Purchase purchase) {
            Bill bill = purchase.bill(unlocks, reservation.version(), ++version);
            bill.unlocked().forEach(this::unlock);
            unlocks.keySet().removeAll(bill.replaced());
            giveBack(reservation, bill);
            return bill;
        }

        private void release(Reservation reservation) {
            giveBack(reservation, NOTHING);
        }

        /** What was set aside, less what was spent of it. */
        private void giveBack(Reservation reservation, Bill spent) {
            BigDecimal back =
                    open.remove(reservation.version()) ? reservation.credits().negate() : BigDecimal.ZERO;
            for (String period : reservation.periods()) {
                periods.put(period, totals(period).spend(spent, back));
            }
        }

        synchronized int erase(Set<String> recordHashes) {
            int before = unlocks.size();
            unlocks.keySet().removeIf(key -> recordHashes.contains(key.recordHash()));
            unlocks.replaceAll((key, unlock) ->
                    unlock.feeOf() != null && recordHashes.contains(unlock.feeOf()) ? unlock.withoutFee() : unlock);
            return before - unlocks.size();
        }

        private void unlock(UnlockKey key, Unlock unlock) {
            unlocks.put(key, unlock);
            if (unlocks.size() > maximumUnlocks) {
                unlocks.remove(unlocks.keySet().iterator().next());
            }
            if (--unlocksUntilSweep == 0) {
                Instant now = unlock.at();
                unlocks.values().removeIf(old -> !old.isFreeAt(now));
                unlocksUntilSweep = UNLOCKS_BETWEEN_SWEEPS;
            }
        }
    }
}
