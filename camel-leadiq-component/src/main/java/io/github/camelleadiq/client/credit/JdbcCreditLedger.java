/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps all in a database (H2, PostgreSQL, and others with {@code SELECT ... FOR UPDATE}), for as many processes as
 * share it. Each method is one transaction that locks the row of the account first.
 *
 * <p>What a process had reserved when it crashed stays reserved, and so counts as spent, until the period of the budget
 * is over or an operator calls {@link #releaseAbandoned}: it cannot be known whether LeadIQ had charged for it.
 */
public final class JdbcCreditLedger implements LeadIQCreditLedger {

    private static final int ATTEMPTS = 5;
    /** Of SQLSTATE, the class of lost connections. */
    private static final String CONNECTION_EXCEPTION = "08";
    /** Of SQLSTATE, as far as PostgreSQL ends connections with it: 57P01 to 57P05. */
    private static final String OPERATOR_INTERVENTION = "57P";

    private static final long FIRST_WAIT_MILLIS = 50;
    private static final Set<String> SERIALIZATION_FAILURES = Set.of("40001", "40P01", "HYT00");

    private final DataSource dataSource;
    private final Set<String> knownAccounts = ConcurrentHashMap.newKeySet();

    /** @param dataSource gives connections that are not used elsewhere; a pool as a rule */
    public JdbcCreditLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes the tables that are missing. The statements are in {@code credit-ledger.sql} beside this class. */
    public JdbcCreditLedger createTables() {
        try (Connection connection = dataSource.getConnection()) {
            LedgerTables.create(connection);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the tables of the credit ledger", e);
        }
    }

    @Override
    public List<Decision> reserve(List<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        String account = claims.get(0).account();
        return transaction(account, tables -> {
            Map<String, Totals> totals = new HashMap<>();
            Map<String, BigDecimal> reserved = new TreeMap<>();
            Map<Reservation, Instant> reservations = new LinkedHashMap<>();
            List<Decision> decisions = new ArrayList<>();
            for (Claim claim : claims) {
                if (!totals.containsKey(claim.budgetPeriod())) {
                    totals.put(claim.budgetPeriod(), tables.totals(account, claim.budgetPeriod()));
                }
                Totals before = totals.get(claim.budgetPeriod());
                Reservation reservation = null;
                if (before.leaveRoomFor(claim)) {
                    reservation = new Reservation(
                            UUID.randomUUID().toString(),
                            account,
                            claim.periods(),
                            claim.budgetPeriod(),
                            claim.credits(),
                            tables.nextVersion());
                    reservations.put(reservation, claim.at());
                    claim.periods().forEach(period -> reserved.merge(period, claim.credits(), BigDecimal::add));
                    totals.replaceAll(
                            (period, sums) -> claim.periods().contains(period) ? sums.reserve(claim.credits()) : sums);
                }
                decisions.add(new Decision(reservation, before));
            }
            tables.insert(reservations);
            for (Map.Entry<String, BigDecimal> period : reserved.entrySet()) {
                tables.add(account, period.getKey(), BigDecimal.ZERO, BigDecimal.ZERO, period.getValue());
            }
            return decisions;
        });
    }

    @Override
    public List<Settlement> settle(List<Charge> charges) {
        if (charges.isEmpty()) {
            return List.of();
        }
        String account = charges.get(0).reservation().account();
        return transaction(account, tables -> {
            release(tables, account, charges.stream().map(Charge::reservation).toList());
            Set<UnlockKey> keys = charges.stream()
                    .flatMap(charge -> charge.purchase().keys().stream())
                    .collect(Collectors.toSet());
            Map<UnlockKey, Unlock> known = tables.unlocks(account, keys);
            Set<UnlockKey> present = Set.copyOf(known.keySet());
            Map<UnlockKey, Unlock> unlocked = new HashMap<>();
            Set<UnlockKey> replaced = new HashSet<>();
            Map<String, Totals> spent = new TreeMap<>();
            List<Bill> bills = new ArrayList<>();
            for (Charge charge : charges) {
                Bill bill = charge.purchase().bill(known, charge.reservation().version(), tables.nextVersion());
                known.putAll(bill.unlocked());
                known.keySet().removeAll(bill.replaced());
                replaced.addAll(bill.replaced());
                unlocked.putAll(bill.unlocked());
                charge.reservation()
                        .periods()
                        .forEach(period -> spent.merge(period, Totals.ZERO.spend(bill, BigDecimal.ZERO), Totals::plus));
                bills.add(bill);
            }
            tables.write(account, unlocked, present);
            tables.delete(account, replaced);
            for (Map.Entry<String, Totals> period : spent.entrySet()) {
                tables.add(
                        account,
                        period.getKey(),
                        period.getValue().spent(),
                        period.getValue().uncertain(),
                        BigDecimal.ZERO);
            }
            Map<String, Totals> totals = new HashMap<>();
            List<Settlement> settlements = new ArrayList<>();
            for (int i = 0; i < charges.size(); i++) {
                String period = charges.get(i).reservation().budgetPeriod();
                if (!totals.containsKey(period)) {
                    totals.put(period, tables.totals(account, period));
                }
                settlements.add(new Settlement(bills.get(i), totals.get(period)));
            }
            return settlements;
        });
    }

    @Override
    public void refund(List<Reservation> reservations) {
        if (!reservations.isEmpty()) {
            String account = reservations.get(0).account();
            transaction(account, tables -> {
                release(tables, account, reservations);
                return null;
            });
        }
    }

    @Override
    public int erase(Set<String> recordHashes) {
        List<String> accounts;
        try (Connection connection = dataSource.getConnection()) {
            accounts = LedgerTables.accountsOf(connection, recordHashes);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the purchases of the credit ledger", e);
        }
        return accounts.stream()
                .mapToInt(account -> this.<Integer>transaction(account, tables -> tables.erase(account, recordHashes)))
                .sum();
    }

    @Override
    public Totals totals(String account, String period) {
        return transaction(account, tables -> tables.totals(account, period));
    }

    /**
     * Gives back what processes that are gone had reserved. For operators who know that LeadIQ has not charged for it,
     * or accept that it has.
     *
     * @param olderThan how old reservations must be; longer than any call can take
     * @param now the present
     * @return how many there were
     */
    public int releaseAbandoned(Duration olderThan, Instant now) {
        List<Reservation> abandoned;
        try (Connection connection = dataSource.getConnection()) {
            abandoned = LedgerTables.reservationsBefore(connection, now.minus(olderThan));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the reservations of the credit ledger", e);
        }
        // each on a connection of its own, of which the pool may have no second one
        abandoned.stream()
                .collect(Collectors.groupingBy(Reservation::account))
                .values()
                .forEach(this::refund);
        return abandoned.size();
    }

    /**
     * Forgets data points that were bought more than a year ago. They are no longer free, so this changes no bill; it only
     * keeps the database small.
     *
     * @param now the present
     * @return how many there were
     */
    public int forgetExpired(Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            return LedgerTables.deleteUnlocksBefore(connection, now.minus(Unlock.FREE));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot delete from the credit ledger", e);
        }
    }

    private static void release(LedgerTables tables, String account, List<Reservation> reservations)
            throws SQLException {
        Map<String, BigDecimal> released = new TreeMap<>();
        for (Reservation reservation : tables.delete(reservations)) {
            reservation.periods().forEach(period -> released.merge(period, reservation.credits(), BigDecimal::add));
        }
        for (Map.Entry<String, BigDecimal> period : released.entrySet()) {
            tables.add(
                    account,
                    period.getKey(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    period.getValue().negate());
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(LedgerTables tables) throws SQLException;
    }

    private <T> T transaction(String account, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            Commit<T> commit = new Commit<>();
            try (Connection connection = dataSource.getConnection()) {
                transaction(connection, account, work, commit);
            } catch (SQLException e) {
                if (!commit.isDone && (attempt == ATTEMPTS || !canBeRepeated(commit, e) || !waited(attempt, e))) {
                    throw new IllegalStateException("the credit ledger's database failed", e);
                }
            }
            if (commit.isDone) {
                return commit.result;
            }
        }
    }

    /** How far a transaction got before its connection failed. */
    private static final class Commit<T> {
        private T result;
        private boolean isBegun;
        private boolean isDone;
    }

    /** What was being committed when the connection was lost may be written: it would be counted twice. */
    private static boolean canBeRepeated(Commit<?> commit, SQLException e) {
        return commit.isBegun ? isSerializationFailure(e) : canPass(e) || isLost(e);
    }

    /** A connection that is lost is replaced at once as a rule, and after a restart of the database within moments. */
    private static boolean waited(int attempt, SQLException e) {
        if (!isLost(e)) {
            return true;
        }
        try {
            Thread.sleep(FIRST_WAIT_MILLIS << attempt);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLost(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return !(e instanceof SQLTransientConnectionException)
                && (e instanceof SQLNonTransientConnectionException
                        || e instanceof SQLRecoverableException
                        || state.startsWith(CONNECTION_EXCEPTION)
                        || state.startsWith(OPERATOR_INTERVENTION));
    }

    private <T> void transaction(Connection connection, String account, Work<T> work, Commit<T> commit)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        if (!knownAccounts.contains(account)) {
            connection.setAutoCommit(true);
            LedgerTables.insertAccount(connection, account);
            knownAccounts.add(account);
        }
        connection.setAutoCommit(false);
        // the lock on the account keeps others out; stricter levels would only make those who waited for it fail
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try {
            LedgerTables tables = LedgerTables.locked(connection, account);
            T result = work.in(tables);
            tables.writeVersion();
            commit.isBegun = true;
            connection.commit();
            commit.result = result;
            commit.isDone = true;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(autoCommit);
    }

    /** Not a pool without a connection to give: it has waited for one already, and a worker thread with it. */
    private static boolean canPass(SQLException e) {
        return e instanceof SQLTransientException && !(e instanceof SQLTransientConnectionException)
                || isSerializationFailure(e);
    }

    private static boolean isSerializationFailure(SQLException e) {
        return e.getSQLState() != null && SERIALIZATION_FAILURES.contains(e.getSQLState());
    }
}
