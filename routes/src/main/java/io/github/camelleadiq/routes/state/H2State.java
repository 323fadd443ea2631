/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** The state's database in a file, for one process: the way to start without a database server. */
public final class H2State implements AutoCloseable {
    /**
     * WRITE_DELAY: {@link EnrichmentState} has each commit written itself. A short delay would have H2 write in the
     * background at the same moment, and what it is about to write is not waited for. RETENTION_TIME: how long H2 leaves
     * what is outdated in case that newer data is not on disk yet; each of our commits is, and with H2's 45 seconds the file
     * would take 40 KB a commit until then. LOCK_TIMEOUT: longer than a claim
     * or a prune takes on a slow disk. QUERY_CACHE_SIZE: a batch has more statements than the eight that H2 would keep
     * parsed. DB_CLOSE_ON_EXIT: it is closed by {@link #close}, not while routes still run.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=10000;RETENTION_TIME=1000;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE";

    private static final int CONNECTIONS = 20;

    private final JdbcConnectionPool pool;

    private H2State(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /**
     * Opens or creates the database {@code <file>.mv.db}. A committed change survives the end of the process, however
     * sudden. A directory that does not exist is made, for its owner only.
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
            return new H2State(pool);
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

    private static void makeDirectory(Path directory) {
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly);
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

    /** Closes the database once the connections in use are given back. */
    @Override
    public void close() {
        pool.dispose();
    }
}
