/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was bought is in the log once, whoever comes to settle the record. */
class BoughtTest {
    private static final String RUN = "run";
    private static final CrmRecord LEAD = new CrmRecord(
            "Lead", "00Q1", Map.of("Email", "ada@acme.example", "LastName", "Example", "FirstName", "Ada"));

    @TempDir
    Path directory;

    private H2State h2;
    private EnrichmentState state;

    @BeforeEach
    void open() {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
    }

    @AfterEach
    void close() {
        h2.close();
    }

    @Test
    void whatADeadWorkerBoughtIsLoggedByTheNextOne() {
        Batch first = bought();
        assertThat(state.log().credits(RUN)).as("before anything came of it").isEqualByComparingTo("1");

        settle(anotherOf(first), BigDecimal.ZERO, new Disposition.Done(Outcome.NOT_FOUND, null));

        assertThat(state.log().credits(RUN)).isEqualByComparingTo("1");
        assertThat(outcomes()).containsExactly(Outcome.PUT_OFF, Outcome.NOT_FOUND);
    }

    @Test
    void aWorkerThatWasTakenForDeadLogsNothingTwice() {
        Batch first = bought();
        settle(anotherOf(first), BigDecimal.ZERO, new Disposition.Done(Outcome.NOT_FOUND, null));

        settle(first, BigDecimal.ONE, WriteStep.LEASE_LOST);

        assertThat(state.log().credits(RUN)).isEqualByComparingTo("1");
        assertThat(outcomes()).containsExactly(Outcome.PUT_OFF, Outcome.NOT_FOUND);
    }

    @Test
    void whatCameOfItReplacesIt() {
        settle(bought(), BigDecimal.ONE, new Disposition.Done(Outcome.AMBIGUOUS, null));

        assertThat(state.log().credits(RUN)).isEqualByComparingTo("1");
        assertThat(outcomes()).containsExactly(Outcome.AMBIGUOUS);
    }

    @Test
    void whatIsPutOffIsLoggedOnce() {
        settle(bought(), BigDecimal.ONE, new Disposition.Later("the CRM is away", false));

        assertThat(state.log().credits(RUN)).isEqualByComparingTo("1");
        assertThat(outcomes()).containsExactly(Outcome.PUT_OFF);
    }

    /** Looked up for a credit by a worker that comes no further yet. */
    private Batch bought() {
        PipelineContext setup = PipelineContext.of(
                Fixtures.shipped("lead"),
                state,
                new Described(),
                new Answering(),
                new Us("leadiq", null),
                Mode.LIVE,
                PipelineOptions.DEFAULT,
                Clock.systemUTC());
        Batch batch = TestBatches.ofRun(setup, RUN, null, LEAD);
        Batch answered = new LookupStep().apply(new PlanStep().apply(batch));
        assertThat(answered.items().get(0).credits()).isEqualByComparingTo("1");
        return answered;
    }

    private static Batch anotherOf(Batch batch) {
        return new Batch(
                batch.setup(),
                batch.runId(),
                UUID.randomUUID().toString(),
                batch.owner(),
                true,
                null,
                batch.begunAt(),
                new AtomicReference<>(),
                batch.items());
    }

    private static void settle(Batch batch, BigDecimal credits, Disposition fate) {
        new SettleStep()
                .settle(batch.with(batch.items().stream()
                        .map(item ->
                                item.spent(credits.subtract(item.credits())).with(fate))
                        .toList()));
    }

    private List<Outcome> outcomes() {
        return state.log().ofRecord("Lead", LEAD.id()).stream()
                .map(LoggedEntry::entry)
                .map(entry -> entry.outcome())
                .toList();
    }

    /** A credit for the first question, and nothing found. */
    private static final class Answering implements LeadIQ {
        private BigDecimal price = BigDecimal.ONE;

        @Override
        public List<LookupResult> ask(String operation, List<LookupRequest> questions) {
            BigDecimal now = price;
            price = BigDecimal.ZERO;
            return List.of(new LookupResult(new SearchResult(0, false, List.of()), null, null, now));
        }

        @Override
        public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
            return new CreditEstimate(BigDecimal.ONE, null, BigDecimal.ONE, BigDecimal.ONE);
        }
    }

    /** Says what its object has, and no more. */
    private static final class Described implements Crm {
        @Override
        public ObjectDescribe describe(String objectType) {
            return Fixtures.describe();
        }

        @Override
        public List<CrmRecord> read(String objectType, List<String> ids, Set<String> fields) {
            throw new IllegalStateException("not needed");
        }

        @Override
        public List<WriteOutcome> write(String objectType, List<CrmPatch> patches) {
            throw new IllegalStateException("not needed");
        }
    }
}
