/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a record while LeadIQ is asked: a person's hand, or another batch, a backfill's beside a stream's. */
class RecheckTest {
    private static final String NAME = "Ada Example";

    @TempDir
    Path directory;

    private final Memory crm = new Memory();
    private H2State h2;
    private EnrichmentState state;

    @BeforeEach
    void open() {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        crm.fields.putAll(
                lead("FirstName", "Ada", "LastName", "Example", "Company", "Acme", "Email", "ada@acme.example")
                        .fields());
    }

    @AfterEach
    void close() {
        h2.close();
    }

    @Test
    void whatAnotherBatchHasWrittenMeanwhileIsNotWrittenAgain() {
        Batch slow = lookedUp(batch("backfill"));
        settle(lookedUp(batch("stream")));
        assertThat(crm.writes).isEqualTo(1);

        Batch settled = settle(slow);

        assertThat(crm.writes).isEqualTo(1);
        assertThat(settled.items().get(0).fate())
                .isInstanceOfSatisfying(Disposition.Done.class, done -> assertThat(done.outcome())
                        .isEqualTo(Outcome.NOTHING_TO_GAIN));
    }

    /** A window of thousands is written for minutes after it was noted what is to be written. */
    @Test
    void whatIsAboutToBeWrittenSinceBeforeTheBatchBeganIsNotWrittenAgain() {
        Batch window = lookedUp(batch("backfill"));
        Batch stream = lookedUp(batch("stream", new MovableClock(NOW.plusSeconds(30))));
        write(window);
        assertThat(crm.writes).isEqualTo(1);

        settle(stream);

        assertThat(crm.writes).isEqualTo(1);
    }

    /** The subscription is deaf, or the batch is faster than it. */
    @Test
    void whatAPersonHasEnteredMeanwhileStaysThoughNoEventOfItHasCome() {
        Batch asked = lookedUp(batch("stream"));
        crm.fields.put("Title", "Chief Example Officer");

        settle(asked);

        assertThat(crm.writes).isEqualTo(1);
        assertThat(crm.fields).containsEntry("Title", "Chief Example Officer");
        assertThat(crm.reads).isEqualTo(1);
    }

    @Test
    void aNoThatWasSaidMeanwhileIsHeardThoughNoEventOfItHasCome() {
        Batch asked = lookedUp(batch("stream"));
        crm.fields.put("HasOptedOutOfEmail", true);
        crm.fields.put("DoNotCall", true);
        crm.fields.put("HasOptedOutOfFax", true);
        crm.fields.put("IsConverted", true);

        settle(asked);

        assertThat(crm.writes).isZero();
    }

    @Test
    void aLeadThatIsConvertedMeanwhileIsDroppedWithAReason() {
        Batch asked = lookedUp(batch("stream"));
        crm.fields.put("IsConverted", true);

        Batch settled = settle(asked);

        assertThat(crm.writes).isZero();
        assertThat(settled.items().get(0).fate()).isInstanceOfSatisfying(Disposition.Done.class, done -> {
            assertThat(done.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(done.reason()).isEqualTo("CONVERTED");
        });
    }

    private Batch batch(String runId) {
        return batch(runId, new MovableClock(NOW));
    }

    private Batch batch(String runId, MovableClock clock) {
        PipelineContext setup = PipelineContext.of(
                Fixtures.shipped("lead"),
                state,
                crm,
                new Ada(),
                new Us("leadiq", null),
                Mode.LIVE,
                PipelineOptions.DEFAULT,
                clock);
        return TestBatches.ofRun(setup, runId, null, crm.found());
    }

    private static Batch lookedUp(Batch batch) {
        return new LookupStep().apply(new PlanStep().apply(new GuardStep().apply(batch)));
    }

    private static Batch write(Batch lookedUp) {
        Batch matched = new MatchStep().apply(new RecheckStep().apply(lookedUp));
        return new WriteStep().apply(new MergeStep().apply(matched));
    }

    private static Batch settle(Batch lookedUp) {
        Batch written = write(lookedUp);
        new SettleStep().settle(written);
        return written;
    }

    /** Knows one person. */
    private static final class Ada implements LeadIQ {
        @Override
        public List<LookupResult> ask(String operation, List<LookupRequest> questions) {
            PersonRecord ada = Fixtures.person(
                    """
                    {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "%s"},
                     "currentPositions": [{"title": "Engineer", "companyInfo": {"id": "c", "name": "Acme"}}]}
                    """
                            .formatted(NAME));
            return List.of(new LookupResult(new SearchResult(1, false, List.of(ada)), null, null, BigDecimal.ONE));
        }

        @Override
        public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
            return CreditEstimate.FREE;
        }
    }

    /** One lead. */
    private static final class Memory implements Crm {
        private final Map<String, Object> fields = new HashMap<>();
        private int reads;
        private int writes;

        CrmRecord found() {
            return new CrmRecord("Lead", lead().id(), fields);
        }

        @Override
        public ObjectDescribe describe(String objectType) {
            return Fixtures.describe();
        }

        @Override
        public List<CrmRecord> read(String objectType, List<String> ids, Set<String> asked) {
            reads++;
            return List.of(found());
        }

        @Override
        public List<WriteOutcome> write(String objectType, List<CrmPatch> patches) {
            writes++;
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (CrmPatch patch : patches) {
                patch.changes().forEach(change -> fields.put(change.field(), change.after()));
                fields.putAll(patch.stamps());
                outcomes.add(new WriteOutcome(patch.recordId(), WriteOutcome.Status.WRITTEN, null, null));
            }
            return outcomes;
        }
    }
}
