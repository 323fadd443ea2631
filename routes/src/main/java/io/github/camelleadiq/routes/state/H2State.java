/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state's database in a file, for one process: the way to start without a database server. */
public final class H2State implements AutoCloseable {
    /**
     * WRITE_DELAY: {@link EnrichmentState} has each commit written itself. A short delay would have H2 write in the
     * background at the same moment, and what it is about to write is not waited for. RETENTION_TIME: how long H2 leaves
     * what is outdated in case that newer data is not on disk yet; each of our commits is, and with H2's 45 seconds the file
     * would take 40 KB a commit until then. LOCK_TIMEOUT: longer than a claim
     * or a prune takes on a slow disk. QUERY_CACHE_SIZE: a batch has more statements than the eight that H2 would keep
     * parsed. COMPRESS: ids, fingerprints and time stamps take half the room. DB_CLOSE_ON_EXIT: it is closed by {@link #close}, not while routes still run.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=10000;RETENTION_TIME=1000;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;COMPRESS=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private static final int CONNECTIONS = 20;
    private static final long PERCENT = 100;
    private static final long ENOUGH_IN_USE = 75;
    private static final long WORTHWHILE_BYTES = 8L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(H2State.class);

    private final JdbcConnectionPool pool;
    private final Path path;

    private H2State(JdbcConnectionPool pool, Path path) {
        this.pool = pool;
        this.path = path;
    }

    /**
     * Opens or creates the database {@code <file>.mv.db}. A committed change survives the end of the process, however
     * sudden. A directory that does not exist is made, for its owner only. Where files have owners and permissions, only the
     * owner can read the database, whatever directory it is in; what a group was allowed to do with an older one stays.
     *
     * @param file path without the ending
     * @throws IllegalArgumentException if the path has a semicolon, which H2 takes for the beginning of settings
     * @throws StateException if the directory cannot be made, if another process has the file or it cannot be written, or if
     *     H2 ({@code com.h2database:h2}) is not on the class path
     */
    public static H2State file(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().contains(";")) {
            throw new IllegalArgumentException("H2 takes no file name with a semicolon: " + path);
        }
        makeDirectory(path.getParent());
        closeToOthers(databaseFile(path));
        JdbcConnectionPool pool;
        try {
            pool = pool(path);
        } catch (NoClassDefFoundError e) {
            throw new StateException("The state in a file is kept by H2: add com.h2database:h2 to the class path");
        }
        try (Connection first = pool.getConnection()) {
            // H2 opens what it may not write, and every change would fail later
            if (first.isReadOnly()) {
                pool.dispose();
                throw unusable(path, "cannot be written: check its permissions");
            }
            return new H2State(pool, path);
        } catch (SQLException e) {
            pool.dispose();
            throw unusable(
                    path,
                    e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                            ? "is in use by another process: stop that one, or take another file, or a database for both"
                            : "cannot be opened (H2's error " + e.getErrorCode()
                                    + "): check that it is a state, the permissions, and the room on the disk");
        }
    }

    private static StateException unusable(Path path, String reason) {
        return new StateException("The state's file " + path + ".mv.db " + reason);
    }

    private static Path databaseFile(Path path) {
        return path.resolveSibling(path.getFileName() + ".mv.db");
    }

    private static JdbcConnectionPool pool(Path path) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + path + SETTINGS);
        // the file's permissions protect it; a password beside it would not
        source.setUser("leadiq");
        source.setPassword("");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Before H2 writes to the file: it would make one that everybody can read, as most systems are set up. */
    private static void closeToOthers(Path file) {
        try {
            if (Files.notExists(file)) {
                // H2 takes an empty file for a new database
                Files.createFile(file, permissions("rw-------"));
                return;
            }
            Set<PosixFilePermission> permissions = permissions(file);
            if (permissions.removeAll(OF_OTHERS)) {
                Files.setPosixFilePermissions(file, permissions);
            }
        } catch (IOException e) {
            // opening it says better what is the matter
            LOG.debug(
                    "The permissions of the state's file could not be set: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Empty where there are none. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.isRegularFile(file)
                ? new HashSet<>()
                : new HashSet<>(view.readAttributes().permissions());
    }

    private static void makeDirectory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, permissions("rwx------"));
            }
        } catch (IOException e) {
            throw new StateException(
                    "Could not make the directory " + directory + " for the state: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    /**
     * Closes the database once the connections in use are given back. If much of the file is outdated and the
     * database is not in use, the file is rewritten first, some seconds for a hundred megabytes: H2 keeps what each commit has
     * replaced as long as something beside it is still needed, and while the database is open that is most of the file.
     */
    @Override
    public void close() {
        if (pool.getActiveConnections() == 0) {
            compact();
        }
        pool.dispose();
    }

    private void compact() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (isSparse(statement)) {
                Set<PosixFilePermission> permissions = permissions(databaseFile(path));
                statement.execute("SHUTDOWN COMPACT");
                // it is another file now
                if (!permissions.isEmpty()) {
                    Files.setPosixFilePermissions(databaseFile(path), permissions);
                }
            }
        } catch (IOException e) {
            LOG.warn("The permissions of the state's file could not be kept: check who can read it");
        } catch (SQLException e) {
            // it is only larger than it has to be
            LOG.debug("The state's file could not be compacted: H2's error {}", e.getErrorCode());
        }
    }

    /** Whether the file is worth it: of its room a part is in use by chunks, and of those a part is not outdated. */
    private static boolean isSparse(Statement statement) throws SQLException {
        Map<String, Long> info = new HashMap<>();
        try (ResultSet settings = statement.executeQuery(
                """
                select setting_name, setting_value from information_schema.settings
                where setting_name in ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')
                """)) {
            while (settings.next()) {
                info.put(settings.getString(1), settings.getLong(2));
            }
        }
        long inUse = info.getOrDefault("info.FILL_RATE", PERCENT) * info.getOrDefault("info.CHUNKS_FILL_RATE", PERCENT);
        return info.getOrDefault("info.FILE_SIZE", 0L) >= WORTHWHILE_BYTES && inUse < ENOUGH_IN_USE * PERCENT;
    }
}
