/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Keeps all in a database (H2, PostgreSQL, and others with {@code SELECT ... FOR UPDATE}), for as many processes as
 * share it. Each method is one transaction that locks the row of the account first.
 *
 * <p>What a process had reserved when it crashed stays reserved, and so counts as spent, until the period of the budget
 * is over or an operator calls {@link #releaseAbandoned}: nobody can tell whether LeadIQ had charged for it.
 */
public final class JdbcCreditLedger implements LeadIQCreditLedger {

    private static final int ATTEMPTS = 5;
    private static final Set<String> SERIALIZATION_FAILURES = Set.of("40001", "40P01", "HYT00");

    private final DataSource dataSource;
    private final Set<String> knownAccounts = ConcurrentHashMap.newKeySet();

    /** @param dataSource gives connections that nobody else uses; a pool as a rule */
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
    public Decision reserve(Claim claim) {
        return transaction(claim.account(), tables -> {
            Totals totals = tables.totals(claim.account(), claim.budgetPeriod());
            if (!totals.leaveRoomFor(claim)) {
                return new Decision(null, totals);
            }
            Reservation reservation = new Reservation(
                    UUID.randomUUID().toString(),
                    claim.account(),
                    claim.periods(),
                    claim.budgetPeriod(),
                    claim.credits(),
                    tables.nextVersion());
            tables.insert(reservation, claim.at());
            for (String period : claim.periods()) {
                tables.add(claim.account(), period, BigDecimal.ZERO, BigDecimal.ZERO, claim.credits());
            }
            return new Decision(reservation, totals);
        });
    }

    @Override
    public Settlement settle(Reservation reservation, Purchase purchase) {
        return transaction(reservation.account(), tables -> {
            release(tables, reservation);
            Map<UnlockKey, Unlock> known = tables.unlocks(reservation.account(), purchase.keys());
            Bill bill = purchase.bill(known, reservation.version(), tables.nextVersion());
            tables.write(reservation.account(), bill.unlocked(), known.keySet());
            for (String period : reservation.periods()) {
                tables.add(
                        reservation.account(),
                        period,
                        bill.credits(),
                        bill.uncertain() ? bill.credits() : BigDecimal.ZERO,
                        BigDecimal.ZERO);
            }
            return new Settlement(bill, tables.totals(reservation.account(), reservation.budgetPeriod()));
        });
    }

    @Override
    public void refund(Reservation reservation) {
        transaction(reservation.account(), tables -> {
            release(tables, reservation);
            return null;
        });
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
        abandoned.forEach(this::refund);
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

    private static void release(LedgerTables tables, Reservation reservation) throws SQLException {
        if (tables.delete(reservation)) {
            for (String period : reservation.periods()) {
                tables.add(
                        reservation.account(),
                        period,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        reservation.credits().negate());
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(LedgerTables tables) throws SQLException;
    }

    private <T> T transaction(String account, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                return transaction(connection, account, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !canPass(e)) {
                    throw new IllegalStateException("the credit ledger's database failed", e);
                }
            }
        }
    }

    private <T> T transaction(Connection connection, String account, Work<T> work) throws SQLException {
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
            T result = work.in(LedgerTables.locked(connection, account));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Not a pool without a connection to give: it has waited for one already, and a worker thread with it. */
    private static boolean canPass(SQLException e) {
        return e instanceof SQLTransientException && !(e instanceof SQLTransientConnectionException)
                || e.getSQLState() != null && SERIALIZATION_FAILURES.contains(e.getSQLState());
    }
}
