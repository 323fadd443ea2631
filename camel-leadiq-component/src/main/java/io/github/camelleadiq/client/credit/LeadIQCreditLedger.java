/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps what is spent and what is set aside, so that calls that run at the same time, in one process or in several,
 * never pass a budget together.
 *
 * <p>A call is {@linkplain #reserve reserved} at the most that it can cost before it is sent, and afterwards either
 * {@linkplain #settle settled} at what it did cost or {@linkplain #refund refunded}. Each method is atomic, also for a
 * list: all of it is done, or nothing. Until one of
 * the latter happens the reservation counts against the budget as if it were spent.
 *
 * <p>Implementations are safe for use by many threads and report trouble by any unchecked exception.
 */
public interface LeadIQCreditLedger {

    /**
     * Sets credits aside for each of some calls, unless the budget has fewer left. What is set aside for the first ones
     * counts for those behind.
     *
     * @param claims of one account
     * @return what became of each, in their order: a refusal when spent, reserved and claimed credits together are more
     *     than the budget
     */
    List<Decision> reserve(List<Claim> claims);

    /**
     * Gives back what was set aside, and writes down what was bought instead, one after the other. What is counted can be
     * more than was set aside: it is spent whatever the budget says.
     *
     * @param charges of one account
     * @return what was written down for each, in their order
     */
    List<Settlement> settle(List<Charge> charges);

    /**
     * Gives back all that was set aside.
     *
     * @param reservations of one account
     */
    void refund(List<Reservation> reservations);

    /**
     * Drops what was bought of a person or company, of all accounts. Sums stay. What is bought of it again counts as bought
     * anew, though LeadIQ does not charge for it within the year.
     *
     * @param recordHashes as in {@link UnlockKey}: all that it may be known by
     * @return how many data points went
     */
    int erase(Set<String> recordHashes);

    /** What was spent and is set aside in a period; zeros for a period that the ledger does not know. */
    Totals totals(String account, String period);

    /** Whether methods wait for something such as a database. If so they are only called on worker threads. */
    default boolean isBlocking() {
        return true;
    }

    /**
     * Credits that a call needs.
     *
     * @param account whose credits: a hash over server and key
     * @param periods the periods that it counts for, by name
     * @param budgetPeriod the one of them that the budget is for
     * @param credits the most that it can cost
     * @param budget what may be spent in that period, or null for no limit
     * @param at when
     */
    record Claim(
            String account,
            List<String> periods,
            String budgetPeriod,
            BigDecimal credits,
            BigDecimal budget,
            Instant at) {}

    /**
     * Credits set aside.
     *
     * @param id unique in the ledger
     * @param account whose
     * @param periods the periods that they count for
     * @param budgetPeriod the one that the budget is for
     * @param credits how many
     * @param version of the account when they were set aside: it grows with every reservation and settlement
     */
    record Reservation(
            String id, String account, List<String> periods, String budgetPeriod, BigDecimal credits, long version) {}

    /**
     * What became of a claim.
     *
     * @param reservation null for a refusal
     * @param totals of the period of the budget, without the claim and those behind it
     */
    record Decision(Reservation reservation, Totals totals) {}

    /**
     * What is to be written down in place of a reservation.
     *
     * @param purchase what was bought
     */
    record Charge(Reservation reservation, Purchase purchase) {}

    /**
     * What was written down.
     *
     * @param bill what the purchase cost
     * @param totals of the period of the budget, with all that was written down together
     */
    record Settlement(Bill bill, Totals totals) {}

    /**
     * Sums of a period.
     *
     * @param spent credits spent, the uncertain ones among them
     * @param uncertain credits counted for calls that failed and may have been charged
     * @param reserved credits that calls under way have set aside
     */
    record Totals(BigDecimal spent, BigDecimal uncertain, BigDecimal reserved) {

        public static final Totals ZERO = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** Whether a claim fits into a budget besides these. */
        public boolean leaveRoomFor(Claim claim) {
            return claim.budget() == null
                    || spent.add(reserved).add(claim.credits()).compareTo(claim.budget()) <= 0;
        }

        Totals reserve(BigDecimal credits) {
            return new Totals(spent, uncertain, reserved.add(credits));
        }

        Totals plus(Totals others) {
            return new Totals(spent.add(others.spent), uncertain.add(others.uncertain), reserved.add(others.reserved));
        }

        /** With what was spent, and a change of what is set aside. */
        Totals spend(Bill bill, BigDecimal change) {
            return new Totals(
                    spent.add(bill.credits()),
                    bill.uncertain() ? uncertain.add(bill.credits()) : uncertain,
                    reserved.add(change));
        }
    }
}
