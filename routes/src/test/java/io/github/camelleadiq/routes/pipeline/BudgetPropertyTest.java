/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whoever the records are about and however they are known: a run never costs more than it may. */
class BudgetPropertyTest {
    private static final List<String> FIRST =
            List.of("Ada", "Bob", "Several", "Several", "Nobody", "Veteran", "Moonlighter", "Noemail", "Suppressed");
    private static final List<String> COMPANIES = List.of("Acme", "Globex", "Several", "Several Examples", "Nobody");

    private static final List<EnrichmentProfile> PROFILES = List.of(
            Fixtures.profile(
                    """
                    mapping:
                      Email: person.email.work
                      MobilePhone: person.phone.mobile
                      Industry: company.industry
                    """),
            Fixtures.profile(
                    """
                    mapping:
                      Email: person.email.work
                      Industry: company.industry
                    preview: true
                    """),
            PriceTest.company("Industry: company.industry"));

    /** Who or what a record is about, and which fields say so. */
    record Known(String first, String last, String company, boolean site, boolean email, boolean link, boolean filled) {
        Object[] fields(int run) {
            // other people and companies than those of the run before, who are paid for
            String employer = company + " Run" + run;
            String domain = employer.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
            String slug = (first + "-" + last).toLowerCase(Locale.ROOT);
            List<Object> fields = new ArrayList<>(List.of("FirstName", first, "LastName", last, "Company", employer));
            if (site) {
                fields.addAll(List.of("Website", domain));
            }
            if (email) {
                fields.addAll(List.of("Email", slug.replace('-', '.') + "@" + domain));
            }
            if (link) {
                fields.addAll(List.of(
                        "LinkedIn_URL__c",
                        "https://www.linkedin.com/in/" + slug + "-at-" + domain.replace(".", "-dot-")));
            }
            if (filled) {
                fields.addAll(List.of("Industry", "Examples", "MobilePhone", "+1 206 555 0100"));
            }
            return fields.toArray();
        }
    }

    @Provide
    Arbitrary<List<Known>> org() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.of(FIRST),
                        Arbitraries.of("Sample", "Example", "Demo"),
                        Arbitraries.of(COMPANIES),
                        either,
                        either,
                        either,
                        Arbitraries.of(true, false, false))
                .as(Known::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<BigDecimal> budget() {
        return Arbitraries.integers().between(1, 3_000).map(tenths -> BigDecimal.valueOf(tenths, 1));
    }

    @Provide
    Arbitrary<EnrichmentProfile> profile() {
        return Arbitraries.of(PROFILES);
    }

    @Property(tries = 24, shrinking = ShrinkingMode.OFF)
    void noRunCostsMoreThanItMay(
            @ForAll("profile") EnrichmentProfile profile,
            @ForAll("org") List<Known> org,
            @ForAll("budget") BigDecimal budget,
            @ForAll("budget") BigDecimal other)
            throws Exception {
        Path directory = Files.createTempDirectory("budget");
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().start();
                PipelineFixture pipeline =
                        new PipelineFixture(leadIQ, directory).start(profile, routes -> routes.withoutHousekeeping())) {
            check(pipeline, org, budget, 1);
            check(pipeline, org, other, 2);
        } finally {
            delete(directory);
        }
    }

    private static void check(PipelineFixture pipeline, List<Known> org, BigDecimal budget, int run) {
        List<String> waiting = new ArrayList<>();
        for (Known known : org) {
            String id = "00Q%d%03d".formatted(run, waiting.size());
            pipeline.crm.lead(id, known.fields(run));
            waiting.add(id);
        }
        BigDecimal before = pipeline.spent();
        Run begun = pipeline.offer("run-" + run, budget.toPlainString(), waiting.toArray(String[]::new));
        pipeline.awaitEnd(begun);
        Run ended = pipeline.state.runs().find(begun.id()).orElseThrow();
        BigDecimal counted = ended.credits();
        if (ended.state() == RunState.PAUSED) {
            // what is left cannot be paid, however often it is tried
            pipeline.awaitEnd(pipeline.offer(begun.id(), budget.toPlainString()));
            assertThat(pipeline.state.runs().find(begun.id()).orElseThrow().credits())
                    .isEqualByComparingTo(counted);
        } else {
            assertThat(ended.counts().read()).isEqualTo(org.size());
        }

        BigDecimal billed = pipeline.spent().subtract(before);
        assertThat(billed).isLessThanOrEqualTo(budget);
        // of two questions about one person in a list nobody knows which LeadIQ bills first: never less than the bill
        // is
        // counted, and for each record one profile too much at most
        assertThat(counted)
                .isBetween(billed, billed.add(PriceList.PUBLISHED.profile().multiply(BigDecimal.valueOf(org.size()))))
                .isLessThanOrEqualTo(budget);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
