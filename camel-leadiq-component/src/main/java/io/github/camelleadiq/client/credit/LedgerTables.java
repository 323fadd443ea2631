/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The rows of the credit ledger, in a transaction that holds the lock on one account. */
final class LedgerTables {

    private static final String PERIOD_SEPARATOR = " ";
    private static final int LOCK_SECONDS = 30;
    private static final int RECORDS_AT_ONCE = 100;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final String account;
    private final long lockedAt;
    private long version;

    private LedgerTables(Connection connection, String account, long version) {
        this.connection = connection;
        this.account = account;
        this.lockedAt = version;
        this.version = version;
    }

    static void create(Connection connection) throws SQLException {
        String[] statements;
        try (InputStream source = LedgerTables.class.getResourceAsStream("credit-ledger.sql")) {
            statements = new String(source.readAllBytes(), StandardCharsets.UTF_8).split(";");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    static void insertAccount(Connection connection, String account) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO leadiq_credit_account"
                + " (account, version) SELECT ?, 0 WHERE NOT EXISTS"
                + " (SELECT 1 FROM leadiq_credit_account WHERE account = ?)")) {
            insert.setString(1, account);
            insert.setString(2, account);
            insert.executeUpdate();
        } catch (SQLException e) {
            // another process was faster: just what is wanted
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    static LedgerTables locked(Connection connection, String account) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT version FROM leadiq_credit_account WHERE account = ? FOR UPDATE")) {
            // whoever holds the lock may have lost his network: workers must not wait for him for good
            select.setQueryTimeout(LOCK_SECONDS);
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the account is not in leadiq_credit_account any more");
                }
                return new LedgerTables(connection, account, row.getLong(1));
            } finally {
                // H2 keeps it for the connection, and whoever has it from the pool next would be cut short
                select.setQueryTimeout(0);
            }
        }
    }

    static List<Reservation> reservationsBefore(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, account, periods, budget_period, credits,"
                        + " version FROM leadiq_credit_reservation WHERE reserved_at < ?")) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            List<Reservation> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Reservation(
                            row.getString(1),
                            row.getString(2),
                            List.of(row.getString(3).split(PERIOD_SEPARATOR)),
                            row.getString(4),
                            row.getBigDecimal(5),
                            row.getLong(6)));
                }
            }
            return found;
        }
    }

    static int deleteUnlocksBefore(Connection connection, Instant moment) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM leadiq_credit_unlock WHERE unlocked_at < ?")) {
            delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    long nextVersion() {
        return ++version;
    }

    /** To be called when all is done. */
    void writeVersion() throws SQLException {
        if (version == lockedAt) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE leadiq_credit_account SET version = ? WHERE account = ?")) {
            update.setLong(1, version);
            update.setString(2, account);
            update.executeUpdate();
        }
    }

    Totals totals(String owner, String period) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT spent, uncertain, reserved"
                + " FROM leadiq_credit_period WHERE account = ? AND period_name = ?")) {
            select.setString(1, owner);
            select.setString(2, period);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Totals(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3))
                        : Totals.ZERO;
            }
        }
    }

    void add(String owner, String period, BigDecimal spent, BigDecimal uncertain, BigDecimal reserved)
            throws SQLException {
        String update = "UPDATE leadiq_credit_period SET spent = spent + ?, uncertain = uncertain + ?,"
                + " reserved = reserved + ? WHERE account = ? AND period_name = ?";
        String insert = "INSERT INTO leadiq_credit_period (spent, uncertain, reserved, account, period_name)"
                + " VALUES (?, ?, ?, ?, ?)";
        for (String sql : List.of(update, insert)) {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                change.setBigDecimal(1, spent);
                change.setBigDecimal(2, uncertain);
                change.setBigDecimal(3, reserved);
                change.setString(4, owner);
                change.setString(5, period);
                if (change.executeUpdate() > 0) {
                    return;
                }
            }
        }
    }

    /** @param reservations with the time of each */
    void insert(Map<Reservation, Instant> reservations) throws SQLException {
        if (reservations.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO leadiq_credit_reservation"
                + " (id, account, periods, budget_period, credits, version, reserved_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Reservation, Instant> entry : reservations.entrySet()) {
                Reservation reservation = entry.getKey();
                insert.setString(1, reservation.id());
                insert.setString(2, reservation.account());
                insert.setString(3, String.join(PERIOD_SEPARATOR, reservation.periods()));
                insert.setString(4, reservation.budgetPeriod());
                insert.setBigDecimal(5, reservation.credits());
                insert.setLong(6, reservation.version());
                insert.setObject(7, entry.getValue().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Those of them that were there. */
    List<Reservation> delete(List<Reservation> reservations) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM leadiq_credit_reservation WHERE id = ?")) {
            for (Reservation reservation : reservations) {
                delete.setString(1, reservation.id());
                delete.addBatch();
            }
            int[] deleted = delete.executeBatch();
            return IntStream.range(0, deleted.length)
                    .filter(i -> deleted[i] != 0)
                    .mapToObj(reservations::get)
                    .toList();
        }
    }

    Map<UnlockKey, Unlock> unlocks(String owner, Set<UnlockKey> keys) throws SQLException {
        Map<UnlockKey, Unlock> found = new HashMap<>();
        List<String> records =
                keys.stream().map(UnlockKey::recordHash).distinct().toList();
        for (int from = 0; from < records.size(); from += RECORDS_AT_ONCE) {
            read(owner, records.subList(from, Math.min(records.size(), from + RECORDS_AT_ONCE)), found);
        }
        return found;
    }

    private void read(String owner, List<String> records, Map<UnlockKey, Unlock> found) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(unlocksOf(records.size()))) {
            int index = 1;
            for (String hash : records) {
                select.setString(index++, owner);
                select.setString(index++, hash);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new UnlockKey(row.getString(1), DataPoint.valueOf(row.getString(2))),
                            new Unlock(
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getLong(4),
                                    row.getString(5)));
                }
            }
        }
    }

    /** Each record by itself: for {@code record_hash IN (...)} H2 reads all that the account has ever bought. */
    static String unlocksOf(int records) {
        return String.join(
                " UNION ALL ",
                Collections.nCopies(
                        records,
                        "SELECT record_hash, data_point, unlocked_at, version, fee_of FROM leadiq_credit_unlock"
                                + " WHERE account = ? AND record_hash = ?"));
    }

    /** @param present which of them are rows already */
    void write(String owner, Map<UnlockKey, Unlock> unlocks, Set<UnlockKey> present) throws SQLException {
        String update = "UPDATE leadiq_credit_unlock SET unlocked_at = ?, version = ?, fee_of = ?"
                + " WHERE account = ? AND record_hash = ? AND data_point = ?";
        String insert = "INSERT INTO leadiq_credit_unlock"
                + " (unlocked_at, version, fee_of, account, record_hash, data_point) VALUES (?, ?, ?, ?, ?, ?)";
        for (boolean isUpdate : new boolean[] {true, false}) {
            try (PreparedStatement change = connection.prepareStatement(isUpdate ? update : insert)) {
                boolean any = false;
                for (Map.Entry<UnlockKey, Unlock> entry : unlocks.entrySet()) {
                    if (present.contains(entry.getKey()) == isUpdate) {
                        bind(change, owner, entry.getKey(), entry.getValue());
                        change.addBatch();
                        any = true;
                    }
                }
                if (any) {
                    change.executeBatch();
                }
            }
        }
    }

    void delete(String owner, Set<UnlockKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM leadiq_credit_unlock WHERE account = ? AND record_hash = ? AND data_point = ?")) {
            for (UnlockKey key : keys) {
                delete.setString(1, owner);
                delete.setString(2, key.recordHash());
                delete.setString(3, key.point().name());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** Those that know a record. Reads all purchases: to erase is rare, and an index would cost each purchase. */
    static List<String> accountsOf(Connection connection, Set<String> recordHashes) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT DISTINCT account FROM leadiq_credit_unlock WHERE record_hash = ? OR fee_of = ?")) {
            for (String hash : recordHashes) {
                select.setString(1, hash);
                select.setString(2, hash);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** How many purchases of a record went. */
    int erase(String owner, Set<String> recordHashes) throws SQLException {
        int erased = 0;
        for (String hash : recordHashes) {
            erased += change("DELETE FROM leadiq_credit_unlock WHERE account = ? AND record_hash = ?", owner, hash);
            change("UPDATE leadiq_credit_unlock SET fee_of = NULL WHERE account = ? AND fee_of = ?", owner, hash);
        }
        return erased;
    }

    private int change(String sql, String owner, String hash) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, owner);
            change.setString(2, hash);
            return change.executeUpdate();
        }
    }

    private static void bind(PreparedStatement change, String owner, UnlockKey key, Unlock unlock) throws SQLException {
        change.setObject(1, unlock.at().atOffset(ZoneOffset.UTC));
        change.setLong(2, unlock.version());
        change.setString(3, unlock.feeOf());
        change.setString(4, owner);
        change.setString(5, key.recordHash());
        change.setString(6, key.point().name());
    }
}
