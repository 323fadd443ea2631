/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to this version, in whatever else the schema holds. */
final class Migration {
    private Migration() {}

    static void run(DataSource dataSource) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:io/github/camelleadiq/routes/db")
                    // the schema can be a user's own, with tables and perhaps a Flyway of its own
                    .table("leadiq_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            // the tables' definitions hold no personal data, so Flyway may explain itself
            throw new StateException("Could not bring the state's tables to this version: " + e.getMessage(), e);
        }
    }
}
