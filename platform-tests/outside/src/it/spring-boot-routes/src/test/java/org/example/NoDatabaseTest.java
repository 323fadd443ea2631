/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** An application with the routes, and without a wish for a database. */
@DisabledIf(value = "databaseIsThere", disabledReason = "this run has a database, for the state in a file")
class NoDatabaseTest {

    static boolean databaseIsThere() {
        return present("org.h2.Driver");
    }

    private static boolean present(String type) {
        return ClassUtils.isPresent(type, null);
    }

    @Test
    void noDatabaseComesWithTheRoutes() {
        assertFalse(present("org.flywaydb.core.Flyway"));
        SpringApplication application = new SpringApplication(Application.class);
        try (ConfigurableApplicationContext context = application.run("--spring.autoconfigure.exclude=")) {
            assertEquals(Map.of(), context.getBeansOfType(DataSource.class));
            assertTrue(context.getBean(CamelContext.class).isStarted());
        }
    }
}
