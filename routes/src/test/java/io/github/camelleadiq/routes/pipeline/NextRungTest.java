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
import io.github.camelleadiq.routes.core.guard.IdentifierPrint;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked after an answer that is refused, and by what first. */
class NextRungTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    private static final EnrichmentProfile PROFILE = Fixtures.shipped("lead");
    private static final PersonRecord ADA = person("p1", "Ada", "Acme");
    private static final PersonRecord GRACE = person("p2", "Grace", "Acme");

    @TempDir
    Path directory;

    private final Map<String, List<PersonRecord>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
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
    void whoIsRefusedIsAskedForByTheNextIdentifier() {
        answers.put("id", List.of(GRACE));
        answers.put("email", List.of(ADA));
        RecordContext item = run(corrected(), null);
        assertThat(asked).containsExactly("id", "email");
        assertThat(item.match()).isInstanceOfSatisfying(MatchResult.Matched.class, matched -> assertThat(
                        matched.candidate().id())
                .isEqualTo("p1"));
        // both were answered, so both are paid for
        assertThat(item.credits()).isEqualByComparingTo("2");
    }

    @Test
    void nothingIsAskedTwiceAndWhatWasRefusedIsTold() {
        answers.put("id", List.of(GRACE));
        answers.put("email", List.of(GRACE));
        answers.put("company", List.of(GRACE));
        RecordContext item = run(corrected(), null);
        assertThat(asked).containsExactly("id", "email", "company", "company");
        assertThat(item.match()).isInstanceOf(MatchResult.TooLow.class);
        assertThat(Endings.of(item))
                .isEqualTo(new Disposition.Done(Outcome.AMBIGUOUS, "LowConfidence: given name contradicts"));
    }

    @Test
    void theNextQuestionIsAskedOnlyIfItCanBePaid() {
        answers.put("id", List.of(GRACE));
        answers.put("email", List.of(ADA));
        RecordContext one = item(corrected());
        // what the dearest question can cost, and a little more: not enough once the first is answered
        BigDecimal most = Budget.of(batch(corrected(), null)).most(one);
        RecordContext item = run(corrected(), most.add(new BigDecimal("0.9")));
        assertThat(asked).containsExactly("id");
        assertThat(item.match()).isInstanceOf(MatchResult.TooLow.class);
        assertThat(item.credits()).isLessThanOrEqualTo(most);
    }

    @Test
    void aPersonsCorrectionOutranksTheStoredId() {
        answers.put("email", List.of(ADA));
        answers.put("id", List.of(GRACE));
        CrmRecord before = lead("LastName", "Example", "FirstName", "Grace", "Company", "Acme", "LeadIQ_Id__c", "p2");
        remember(before);
        RecordContext item = run(corrected(), null);
        assertThat(asked).containsExactly("email");
        assertThat(item.match()).isInstanceOf(MatchResult.Matched.class);
    }

    @Test
    void whatWeWroteIsNoCorrection() {
        answers.put("id", List.of(ADA));
        CrmRecord before = lead("LastName", "Example", "FirstName", "Ada", "Company", "Acme", "LeadIQ_Id__c", "p2");
        remember(before);
        CrmRecord after = corrected();
        state.ownWrites()
                .intend(List.of(OwnWrite.of(after.objectType(), after.id(), "Email", after.text("Email"))), NOW);
        run(after, null);
        assertThat(asked).containsExactly("id");
    }

    private void remember(CrmRecord crmRecord) {
        OwnWrite print = new OwnWrite(
                crmRecord.objectType(), crmRecord.id(), "#identifiers", IdentifierPrint.of(crmRecord, PROFILE));
        state.ownWrites().intend(List.of(print), NOW);
    }

    private static CrmRecord corrected() {
        return lead(
                "FirstName",
                "Ada",
                "LastName",
                "Example",
                "Company",
                "Acme",
                "Email",
                "ada@acme.example",
                "LeadIQ_Id__c",
                "p2");
    }

    private RecordContext item(CrmRecord crmRecord) {
        return new PlanStep().apply(batch(crmRecord, null)).items().get(0);
    }

    private RecordContext run(CrmRecord crmRecord, BigDecimal creditsLeft) {
        Batch planned = new PlanStep().apply(batch(crmRecord, creditsLeft));
        return new MatchStep().apply(new LookupStep().apply(planned)).items().get(0);
    }

    private Batch batch(CrmRecord crmRecord, BigDecimal creditsLeft) {
        PipelineContext setup = PipelineContext.of(
                PROFILE,
                state,
                new NoCrm(),
                new Answering(),
                new Us("leadiq", null),
                Mode.LIVE,
                PipelineOptions.DEFAULT,
                new MovableClock(NOW));
        return TestBatches.ofRun(setup, "run-" + RUNS.incrementAndGet(), creditsLeft, crmRecord);
    }

    /** Answers what the test says; each person costs what the record lacks. */
    private final class Answering implements LeadIQ {
        @Override
        public List<LookupResult> ask(String operation, List<LookupRequest> questions) {
            Map<?, ?> input = (Map<?, ?>) questions.get(0).input();
            String by = List.of("id", "linkedinUrl", "email", "company").stream()
                    .filter(input::containsKey)
                    .findFirst()
                    .orElseThrow();
            asked.add(by);
            List<PersonRecord> found = answers.getOrDefault(by, List.of());
            return List.of(new LookupResult(result(found), null, null, BigDecimal.valueOf(found.size())));
        }

        @Override
        public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
            BigDecimal one = new BigDecimal("14");
            BigDecimal most = one.multiply(BigDecimal.valueOf((int) input.get("limit")));
            return new CreditEstimate(most, null, one, new BigDecimal("3"));
        }
    }

    private static SearchResult result(List<PersonRecord> people) {
        return new SearchResult(people.size(), false, people);
    }

    private static PersonRecord person(String id, String first, String company) {
        return Fixtures.person(
                """
                {"id": "%s", "name": {"first": "%s", "last": "Example", "fullName": "%s Example"},
                 "currentPositions": [{"companyInfo": {"id": "c", "name": "%s"}}]}
                """
                        .formatted(id, first, first, company));
    }

    /** Says what its object has, and no more. */
    private static final class NoCrm implements Crm {
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
