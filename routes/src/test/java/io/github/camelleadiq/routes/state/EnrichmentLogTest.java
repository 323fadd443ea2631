/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ValueHash;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EnrichmentLogTest extends StateContract {
    private LogEntry.Builder entry(String runId, String recordId, Outcome outcome) {
        return LogEntry.builder(runId, "Lead", recordId, outcome, clock.instant());
    }

    private LogEntry email() {
        return entry("run-1", "00Q1", Outcome.WRITTEN)
                .correlationId("c-1")
                .field("Email", null, "jane@example.com")
                .source("person.email", "Verified")
                .confidence(0.93)
                .credits(new BigDecimal("1.5"))
                .reason("the only candidate")
                .build();
    }

    @Test
    void givesBackWhatItGotByRunAndByRecord() {
        LogEntry missing = entry("run-1", "00Q2", Outcome.NOT_FOUND).build();
        LogEntry later = entry("run-2", "00Q1", Outcome.NOTHING_MISSING).build();
        state.log().append(List.of(email(), missing));
        state.log().append(List.of(later));

        assertThat(state.log().ofRun("run-1")).extracting(LoggedEntry::entry).containsExactly(email(), missing);
        assertThat(state.log().ofRecord("Lead", "00Q1"))
                .extracting(LoggedEntry::entry)
                .containsExactly(email(), later);
        assertThat(state.log().since(clock.instant())).hasSize(3);
        assertThat(state.log().since(clock.instant().plus(MINUTE))).isEmpty();
    }

    @Test
    void sumsUpCreditsWithoutLosingAny() {
        state.log()
                .append(IntStream.range(0, 10)
                        .mapToObj(i -> entry("run-1", "00Q" + i, Outcome.WRITTEN)
                                .credits(new BigDecimal("0.1"))
                                .build())
                        .toList());
        state.log()
                .append(List.of(entry("run-2", "00Q1", Outcome.WRITTEN)
                        .credits(new BigDecimal("1000"))
                        .build()));

        assertThat(state.log().credits("run-1")).isEqualTo(new BigDecimal("1"));
        assertThat(state.log().credits("run-2")).hasToString("1000");
        assertThat(state.log().credits("no such run")).isEqualTo(BigDecimal.ZERO);
        assertThat(state.log().outcomes("run-1")).isEqualTo(Map.of(Outcome.WRITTEN, 10L));
    }

    @Test
    void creditsOfIntentionsCountUntilTheyAreDropped() {
        state.log().append(List.of(priced(Outcome.INTENDED, "0.5"), priced(Outcome.INTENDED, "2")));
        state.log().append(List.of(priced(Outcome.WRITTEN, "1")));
        assertThat(state.log().credits("run-1")).isEqualTo(new BigDecimal("3.5"));

        List<LoggedEntry> intended = state.log().intended("Lead", List.of("00Q1"));
        state.log().drop(intended);
        state.log().drop(intended);

        assertThat(state.log().credits("run-1")).isEqualTo(new BigDecimal("1"));
    }

    @Test
    void whatIsForgottenStaysSpent() {
        state.log().append(List.of(priced(Outcome.WRITTEN, "1")));
        clock.pass(Duration.ofDays(400));

        state.log().forget(Duration.ofDays(365));

        assertThat(state.log().credits("run-1")).isEqualTo(new BigDecimal("1"));
    }

    @Test
    void sumsUpWhatSeveralWorkersSpend() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                writers.add(pool.submit(() -> state.log().append(List.of(priced(Outcome.WRITTEN, "0.25")))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(state.log().credits("run-1")).isEqualTo(BigDecimal.TEN);
    }

    private LogEntry priced(Outcome outcome, String credits) {
        return entry("run-1", "00Q1", outcome).credits(new BigDecimal(credits)).build();
    }

    @Test
    void readsLongRunsPageByPage() {
        List<LogEntry> entries = IntStream.range(0, 2_000)
                .mapToObj(i -> entry("run-1", "00Q" + i, Outcome.DRY_RUN).build())
                .toList();
        state.log().append(entries);

        assertThat(state.log().ofRun("run-1").map(logged -> logged.entry().recordId()))
                .containsExactlyElementsOf(
                        entries.stream().map(LogEntry::recordId).toList());
    }

    @Test
    void keepsFingerprintsInsteadOfValuesWhenAsked() {
        state.log().storeValues(false).append(List.of(email()));

        assertThat(state.log().ofRun("run-1")).singleElement().satisfies(logged -> {
            assertThat(logged.entry().oldValue()).isNull();
            assertThat(logged.entry().newValue()).isNull();
            assertThat(logged.newHash()).isEqualTo(ValueHash.of("Lead", "00Q1", "Email", "jane@example.com"));
        });
    }

    @Test
    void erasesByAnyFormOfTheId() {
        for (String id : List.of("00Q5i0000004Abc", "00Q5i0000004AbcEAE", "00q5i0000004abceae")) {
            state.log()
                    .append(List.of(entry("run-1", "00Q5i0000004AbcEAE", Outcome.WRITTEN)
                            .field("Email", null, "jane@example.com")
                            .build()));
            state.ownWrites()
                    .intend(List.of(new OwnWrite("Lead", "00Q5i0000004AbcEAE", "Email", "a hash")), clock.instant());

            assertThat(state.erase("Lead", id)).as(id).isPositive();

            assertThat(state.log().ofRecord("Lead", id))
                    .isNotEmpty()
                    .allMatch(logged -> logged.entry().newValue() == null);
            assertThat(state.ownWrites().last("Lead", "00Q5i0000004AbcEAE")).isEmpty();
        }
    }

    @Test
    void erasesValuesAndLeavesTheFact() {
        state.log().append(List.of(email()));
        state.ownWrites().intend(List.of(new OwnWrite("Lead", "00Q1", "Email", "a hash")), clock.instant());

        assertThat(state.erase("Lead", "00Q1")).isOne();

        assertThat(state.log().ofRecord("Lead", "00Q1")).singleElement().satisfies(logged -> {
            assertThat(logged.entry().newValue()).isNull();
            assertThat(logged.entry().reason()).isNull();
            assertThat(logged.newHash()).isNull();
            assertThat(logged.entry().outcome()).isEqualTo(Outcome.WRITTEN);
            assertThat(logged.entry().credits()).isEqualTo(new BigDecimal("1.5"));
        });
        assertThat(state.ownWrites().last("Lead", "00Q1")).isEmpty();
    }

    @Test
    void forgetsWhatIsOld() {
        state.log().append(List.of(email()));
        clock.pass(Duration.ofDays(400));

        assertThat(state.log().forget(Duration.ofDays(365))).isOne();
        assertThat(state.log().ofRun("run-1")).isEmpty();
    }

    @Test
    void forgetsOldValuesAndLeavesTheFacts() {
        state.log().append(Collections.nCopies(Portions.PORTION + 1, email()));
        state.log()
                .append(List.of(entry("run-1", "00Q1", Outcome.INTENDED)
                        .field("Title", null, "CTO")
                        .build()));
        clock.pass(Duration.ofDays(2));

        assertThat(state.log().forgetValues(Duration.ofDays(1))).isEqualTo(Portions.PORTION + 1);

        assertThat(state.log().ofRun("run-1").filter(logged -> logged.entry().newValue() != null))
                .singleElement()
                .satisfies(logged -> assertThat(logged.entry().outcome()).isEqualTo(Outcome.INTENDED));
        clock.pass(Duration.ofDays(2));
        assertThat(state.log().forgetValues(Duration.ofDays(365))).isZero();
        assertThat(state.log().forgetValues(Duration.ofDays(1)))
                .as("never settled")
                .isOne();
        assertThat(state.log().ofRun("run-1"))
                .allMatch(logged -> logged.entry().newValue() == null && logged.newHash() == null);
        assertThat(state.log().ofRun("run-1")).hasSize(Portions.PORTION + 2);
        assertThat(state.log().forgetValues(Duration.ofDays(365))).isZero();
    }

    @Test
    void keepsTextsThatNobodyExpects() {
        String name = "Zoë 😀 שלום".repeat(2_000);
        state.log()
                .append(List.of(entry("run-1", "00Q1", Outcome.REFUSED)
                        .field("LastName", "a\0b", name)
                        .reason("r".repeat(20_000))
                        .build()));

        LogEntry kept = state.log().ofRun("run-1").findFirst().orElseThrow().entry();
        assertThat(kept.newValue()).isEqualTo(name);
        assertThat(kept.oldValue()).isEqualTo("ab");
        assertThat(kept.reason()).hasSize(2_000).endsWith("…");
    }

    @Test
    void namesNoValuesInItsText() {
        assertThat(email()).asString().doesNotContain("jane", "candidate").contains("00Q1", "Email", "run-1");
    }
}
