/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache that outlives the process. */
class JdbcCacheIT {
    private static final String ANOTHER_SECRET = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final Pattern PHONE = Pattern.compile("\\+1 ?\\d{3} ?555 ?\\d{4}");

    private static final Map<String, Object> ADA = Map.of("email", "ada.sample@acme.example");

    @TempDir
    private Path folder;

    private LeadIQSimulator simulator;

    @BeforeEach
    void start() {
        simulator = LeadIQSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void secondRunSendsNothingWithH2() throws Exception {
        assertSecondRunIsFree(() -> h2());
    }

    @Test
    void secondRunSendsNothingWithPostgreSQL() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            assertSecondRunIsFree(postgres::getPostgresDatabase);
        }
    }

    private interface Database {
        DataSource open();
    }

    private void assertSecondRunIsFree(Database database) {
        try (CachedRoutes first = routes(database.open(), CachedRoutes.SECRET)) {
            run(first).forEach(answer -> assertThat(CachedRoutes.isHit(answer)).isFalse());
        }
        long requests = simulator.requestCount();
        BigDecimal spent = simulator.meter().total(LeadIQSimulator.DEMO_KEY);

        try (CachedRoutes second = routes(database.open(), CachedRoutes.SECRET)) {
            run(second).forEach(answer -> {
                assertThat(CachedRoutes.json(answer)).contains("totalResults");
                assertThat(CachedRoutes.isHit(answer)).isTrue();
            });
        }

        assertThat(requests).isPositive();
        assertThat(simulator.requestCount()).isEqualTo(requests);
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(spent);
    }

    private static Stream<Exchange> run(CachedRoutes routes) {
        return Stream.of(
                routes.searchPeople(ADA, "profile,email"),
                routes.searchPeople(Map.of("email", "nobody@acme.example"), "profile,email"),
                routes.call("searchCompany", Map.of("domain", "acme.example"), Map.of()));
    }

    @Test
    void nothingPersonalStandsInTheFile() throws IOException {
        Exchange answer;
        try (CachedRoutes routes = routes(h2(), CachedRoutes.SECRET)) {
            answer = routes.searchPeople(ADA, "all");
        }

        String json = CachedRoutes.json(answer);
        assertThat(json).contains("ada.sample@acme.example");
        // whole numbers: three digits of one come up by chance in what is encrypted
        List<String> phones =
                PHONE.matcher(json).results().map(MatchResult::group).toList();
        assertThat(phones).isNotEmpty();
        assertThat(content()).contains("searchPeople").doesNotContain("ada.sample", "Sample", "acme");
        assertThat(content()).doesNotContain(phones);
    }

    @Test
    void withoutASecretAnswersStandInClear() throws IOException {
        try (CachedRoutes routes = routes(h2(), null)) {
            routes.searchPeople(ADA, "all");
        }

        assertThat(content()).contains("ada.sample@acme.example");
    }

    @Test
    void erasesWithoutHavingSentAnything() {
        try (CachedRoutes first = routes(h2(), CachedRoutes.SECRET)) {
            first.searchPeople(Map.of("fullName", "Ada Sample", "company", Map.of("domain", "acme.example")), "all");
        }

        try (CachedRoutes second = routes(h2(), CachedRoutes.SECRET)) {
            assertThat(second.component().erase("ada.sample@acme.example").join())
                    .isEqualTo(1);
            assertThat(second.component().erase("ada.sample@acme.example").join())
                    .isZero();
        }
    }

    @Test
    void anotherSecretFindsNothing() {
        try (CachedRoutes first = routes(h2(), CachedRoutes.SECRET)) {
            first.searchPeople(ADA, "profile");
        }

        try (CachedRoutes second = routes(h2(), ANOTHER_SECRET)) {
            assertThat(CachedRoutes.isHit(second.searchPeople(ADA, "profile"))).isFalse();
        }
    }

    @Test
    void erasesWhatWasKeptWithAPreviousSecretAndBeforeTheFirst() {
        try (CachedRoutes first = routes(h2(), null)) {
            first.searchPeople(ADA, "profile");
        }
        try (CachedRoutes second = routes(h2(), CachedRoutes.SECRET)) {
            second.searchPeople(ADA, "profile");
        }
        try (CachedRoutes third = routes(h2(), ANOTHER_SECRET)) {
            third.searchPeople(ADA, "profile");
        }

        try (CachedRoutes rotated = new CachedRoutes(simulator, configuration -> {
            configuration.setCache(CacheType.JDBC);
            configuration.setCacheDataSource(h2());
            configuration.setCacheSecret("QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");
            configuration.setPreviousCacheSecrets(CachedRoutes.SECRET + ", " + ANOTHER_SECRET);
        })) {
            assertThat(CachedRoutes.isHit(rotated.searchPeople(ADA, "profile")))
                    .as("read with a previous one")
                    .isFalse();
            assertThat(rotated.component().erase("ada.sample@acme.example").join())
                    .isEqualTo(4);
        }
    }

    @Test
    void anAnswerThatWasChangedIsBoughtAgain() throws Exception {
        try (CachedRoutes first = routes(h2(), CachedRoutes.SECRET)) {
            first.searchPeople(ADA, "profile");
        }
        try (Connection connection = h2().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE leadiq_cache SET answer = X'0011223344556677889900112233445566778899'");
        }

        try (CachedRoutes second = routes(h2(), CachedRoutes.SECRET)) {
            Exchange answer = second.searchPeople(ADA, "profile");
            assertThat(CachedRoutes.json(answer)).contains("Ada");
            assertThat(CachedRoutes.isHit(answer)).isFalse();
            assertThat(CachedRoutes.isHit(second.searchPeople(ADA, "profile"))).isTrue();
        }
    }

    @Test
    void lookupsGoOnWhenTheDatabaseDoesNot() {
        JdbcDataSource gone = new JdbcDataSource();
        gone.setURL("jdbc:h2:" + folder.resolve("gone") + ";IFEXISTS=TRUE");

        try (CachedRoutes routes = routes(gone, CachedRoutes.SECRET)) {
            assertThat(CachedRoutes.json(routes.searchPeople(ADA, "profile"))).contains("Ada");
        }
    }

    /** A starter of somebody's makes one, or it is the database of something else: our table has no business there. */
    @Test
    void takesNoDataSourceOfTheApplicationForItsOwn() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("theirs", h2());
            LeadIQComponent component = new LeadIQComponent();
            context.addComponent("leadiq", component);
            context.start();

            assertThat(component.getConfiguration().getCacheDataSource()).isNull();
        }
    }

    @Test
    void refusesOptionsThatCannotWork() {
        assertThatThrownBy(() -> routes(null, CachedRoutes.SECRET)).hasStackTraceContaining("needs cacheDataSource");
        assertThatThrownBy(() -> routes(h2(), "dG9vIHNob3J0"))
                .hasStackTraceContaining("cacheSecret: the secret of the cache must be 32 random bytes");
        assertThatThrownBy(() -> new CachedRoutes(
                        simulator,
                        configuration -> configuration.setPreviousCacheSecrets(ANOTHER_SECRET + ",dG9vIHNob3J0")))
                .hasStackTraceContaining("leadiq: previousCacheSecrets: the secret of the cache")
                .hasStackTraceContaining("random bytes");
    }

    private CachedRoutes routes(DataSource dataSource, String secret) {
        return new CachedRoutes(simulator, configuration -> {
            configuration.setCache(CacheType.JDBC);
            configuration.setCacheDataSource(dataSource);
            configuration.setCacheSecret(secret);
        });
    }

    private DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:" + folder.resolve("cache"));
        return dataSource;
    }

    private String content() throws IOException {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content.toString();
    }
}
