/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WriteTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private Salesforce salesforce;

    @BeforeEach
    void start() throws Exception {
        salesforce = new Salesforce(simulator)
                .route(SalesforceRoutes.WRITE, "client", "leadiq-test")
                .start();
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void onlyWhatChangesIsWritten() {
        simulator.rules().autoAssignment(true);
        String id =
                simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme", "Title", "CEO", "City", "Rome"));
        Object owner = simulator.record("Lead", id).get("OwnerId");
        CrmPatch patch = new CrmPatch(
                "Lead",
                id,
                List.of(
                        new FieldChange("MobilePhone", null, "+1 212 555 0100", "person.phone", null),
                        new FieldChange("NumberOfEmployees", null, 12, "company.size", null),
                        new FieldChange("City", "Rome", null, "company.city", null)),
                Map.of("LeadIQ_Enriched_At__c", Instant.parse("2026-01-02T03:04:05.678Z")));
        assertThat(salesforce.write(List.of(patch))).containsExactly(WriteOutcome.written(id));
        assertThat(simulator.record("Lead", id))
                .containsEntry("MobilePhone", "+1 212 555 0100")
                .containsEntry("Title", "CEO")
                .containsEntry("City", null)
                .containsEntry("OwnerId", owner);
        assertThat(simulator.record("Lead", id).get("LeadIQ_Enriched_At__c").toString())
                .startsWith("2026-01-02T03:04:05");
        assertThat(simulator.history(id).get(1).client()).isEqualTo("leadiq-test");
        assertThat(simulator.reassigned()).isEmpty();
    }

    @Test
    void eachOfTwoHundredSucceedsOrFailsForItself() {
        List<String> ids = salesforce.leads(200);
        simulator
                .rules()
                .validation(new ValidationRule(
                        "Lead", record -> "Boss".equals(record.get("Title")), "No bosses here", "Title"));
        simulator.delete("Lead", ids.get(3));
        List<CrmPatch> patches = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            patches.add(Salesforce.patch("Lead", ids.get(i), "Title", i % 10 == 5 ? "Boss" : "CTO"));
        }
        patches.set(8, Salesforce.patch("Lead", ids.get(8), "Email", "secret nonsense"));
        patches.set(9, Salesforce.patch("Lead", ids.get(9), "Name", "secret"));
        patches.set(10, Salesforce.patch("Lead", ids.get(10), "FirstName", "secret".repeat(3_000)));
        List<WriteOutcome> outcomes = salesforce.write(patches);
        assertThat(outcomes).extracting(WriteOutcome::recordId).containsExactlyElementsOf(ids);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.WRITTEN).hasSize(176);
        assertThat(outcomes.get(3).status()).isEqualTo(Status.GONE);
        assertThat(outcomes.get(5))
                .isEqualTo(new WriteOutcome(
                        ids.get(5),
                        Status.INVALID,
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        "No bosses here (fields Title)",
                        Map.of("Title", "FIELD_CUSTOM_VALIDATION_EXCEPTION: No bosses here")));
        assertThat(outcomes.subList(8, 11)).allSatisfy(o -> {
            assertThat(o.status()).isEqualTo(Status.INVALID);
            assertThat(o.message()).doesNotContain("secret");
        });
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(1);
    }

    @Test
    void recordsAreWrittenWithoutTheFieldsThatAreRefusedInOneRequestMore() {
        List<String> ids = salesforce.leads(40);
        simulator
                .rules()
                .validation(new ValidationRule(
                        "Lead", record -> "Boss".equals(record.get("Title")), "No bosses here", "Title"));
        List<CrmPatch> patches = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            patches.add(patch(ids.get(i), Map.of("Title", i % 2 == 0 ? "Boss" : "CTO", "City", "Rome")));
        }
        patches.set(2, patch(ids.get(2), Map.of("FirstName", "secret".repeat(3_000), "City", "Rome")));

        List<WriteOutcome> outcomes = salesforce.write(patches);

        assertThat(outcomes).extracting(WriteOutcome::recordId).containsExactlyElementsOf(ids);
        assertThat(outcomes).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(outcomes.get(0).refused())
                .containsExactly(Map.entry("Title", "FIELD_CUSTOM_VALIDATION_EXCEPTION: No bosses here"));
        assertThat(outcomes.get(1).refused()).isEmpty();
        assertThat(outcomes.get(2).refused()).containsExactly(Map.entry("FirstName", "STRING_TOO_LONG"));
        assertThat(ids)
                .allMatch(id -> "Rome".equals(simulator.record("Lead", id).get("City")));
        assertThat(simulator.record("Lead", ids.get(0)).get("Title")).isNull();
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(2);
    }

    @Test
    void whatIsRefusedWithoutAFieldOrLeavesOnlyStampsFails() {
        List<String> ids = salesforce.leads(2);
        simulator
                .rules()
                .validation(new ValidationRule("Lead", r -> "Boss".equals(r.get("Title")), "No bosses here", "Title"))
                .validation(new ValidationRule("Lead", r -> "Rome".equals(r.get("City")), "Not there", null));
        CrmPatch stamped = new CrmPatch(
                "Lead",
                ids.get(0),
                Salesforce.patch("Lead", ids.get(0), "Title", "Boss").changes(),
                Map.of("LeadIQ_Status__c", "Enriched"));

        List<WriteOutcome> outcomes =
                salesforce.write(List.of(stamped, patch(ids.get(1), Map.of("Title", "Boss", "City", "Rome"))));

        assertThat(outcomes).allMatch(o -> o.status() == Status.INVALID);
        assertThat(simulator.record("Lead", ids.get(0)).get("LeadIQ_Status__c")).isNull();
        assertThat(simulator.record("Lead", ids.get(1)).get("Title")).isNull();
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(1);
    }

    @Test
    void whatIsTooMuchForATriggerIsWrittenInSmallerPortions() {
        simulator.rules().trigger("LeadTrigger", "Lead", 25);
        List<CrmPatch> patches = salesforce.leads(60).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();

        assertThat(salesforce.write(patches))
                .extracting(WriteOutcome::recordId)
                .containsExactlyElementsOf(
                        patches.stream().map(CrmPatch::recordId).toList());
        assertThat(patches).allMatch(patch -> "CTO"
                .equals(simulator.record("Lead", patch.recordId()).get("Title")));
        // of 60 and of 30, and then four of 15
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(6);

        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(10);
    }

    @Test
    void aTriggerThatTakesNotEvenOneIsNamed() {
        List<CrmPatch> patches = salesforce.leads(3).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        simulator.rules().trigger("LeadTrigger", "Lead", 0);
        assertThat(salesforce.write(patches)).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.RETRY_LATER);
            assertThat(outcome.code()).isEqualTo("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
            assertThat(outcome.message()).isEqualTo("LeadTrigger: System.LimitException: Apex CPU time limit exceeded");
        });
    }

    @Test
    void whereATriggerTakesNoneAFewAreTriedAndTheOthersWait() {
        List<CrmPatch> patches = salesforce.leads(100).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        simulator.rules().trigger("LeadTrigger", "Lead", 0);
        List<WriteOutcome> outcomes = salesforce.write(patches);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.RETRY_LATER).hasSize(3);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.UNAVAILABLE).hasSize(97);
        assertThat(simulator.requestCount(RequestKind.WRITE)).isLessThan(30);
    }

    @Test
    void writesHaveTheSizeThatIsAskedFor() throws Exception {
        salesforce.route(SalesforceRoutes.WRITE, "name", "small", "writeSize", "7");
        List<CrmPatch> patches = salesforce.leads(20).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        assertThat(salesforce.camel.createProducerTemplate().requestBody("direct:small", patches, List.class))
                .hasSize(20);
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(3);
        SalesforceWriter writer = new SalesforceWriter();
        assertThatThrownBy(() -> writer.setWriteSize(201)).hasMessage("writeSize must be 1 to 200");
        assertThatThrownBy(() -> writer.setWriteSize(0)).hasMessage("writeSize must be 1 to 200");
    }

    private static CrmPatch patch(String id, Map<String, Object> values) {
        List<FieldChange> changes = new ArrayList<>();
        values.forEach((field, value) -> changes.add(new FieldChange(field, null, value, "person.test", null)));
        return new CrmPatch("Lead", id, changes, Map.of());
    }

    /** Salesforce refuses the whole request for it. */
    @Test
    void aFieldThatTheOrgLacksIsTheFailureOfItsRecordOnly() {
        List<String> ids = salesforce.leads(8);
        List<CrmPatch> patches = new ArrayList<>();
        ids.forEach(id -> patches.add(Salesforce.patch("Lead", id, "Title", "CTO")));
        patches.set(5, Salesforce.patch("Lead", ids.get(5), "Nope__c", "secret"));
        List<WriteOutcome> outcomes = salesforce.write(patches);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.WRITTEN).hasSize(7);
        assertThat(outcomes.get(5).status()).isEqualTo(Status.INVALID);
        assertThat(outcomes.get(5).code()).isEqualTo("INVALID_FIELD");
        assertThat(outcomes.get(5).message()).doesNotContain("secret");
    }

    @Test
    void neverMoreThanTwoHundredAndOneTypeInARequest() {
        List<CrmPatch> patches = new ArrayList<>();
        String account = simulator.create("Account", Map.of("Name", "Acme"));
        salesforce.leads(401).forEach(id -> patches.add(Salesforce.patch("Lead", id, "Title", "CTO")));
        patches.add(100, Salesforce.patch("Account", account, "Website", "https://acme.example.com"));
        List<WriteOutcome> outcomes = salesforce.write(patches);
        assertThat(outcomes).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(outcomes)
                .extracting(WriteOutcome::recordId)
                .containsExactlyElementsOf(
                        patches.stream().map(CrmPatch::recordId).toList());
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(4);
        assertThat(salesforce.write(List.of())).isEmpty();
    }

    @Test
    void lockedRowsAreForLater() {
        List<String> ids = salesforce.leads(3);
        simulator.faults().lockRows(1);
        List<CrmPatch> patches = ids.stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        assertThat(salesforce.write(patches))
                .extracting(WriteOutcome::status)
                .containsExactly(Status.RETRY_LATER, Status.WRITTEN, Status.WRITTEN);
        assertThat(salesforce.write(patches.subList(0, 1)))
                .extracting(WriteOutcome::status)
                .containsExactly(Status.WRITTEN);
    }

    @Test
    void duplicatesAreRefusedUnlessAllowed() throws Exception {
        simulator.rules().duplicateRule(true);
        simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme", "Email", "jo@example.com"));
        List<CrmPatch> twin = List.of(Salesforce.patch("Lead", salesforce.lead("Doe"), "Email", "jo@example.com"));
        WriteOutcome refused = salesforce.write(twin).get(0);
        assertThat(refused.status()).isEqualTo(Status.INVALID);
        assertThat(refused.code()).isEqualTo("DUPLICATES_DETECTED");
        salesforce.route(SalesforceRoutes.WRITE, "name", "generous", "allowDuplicates", "true");
        Object outcomes = salesforce.camel.createProducerTemplate().requestBody("direct:generous", twin);
        assertThat(outcomes.toString()).contains("WRITTEN");
    }

    @Test
    void aWholeRequestThatFailsIsForLater() {
        List<CrmPatch> patches = salesforce.leads(2).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        // the first request logs in, which is not what is to fail
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.WRITTEN);
        simulator.faults().next(1, SalesforceFaults.serverError());
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        simulator.faults().next(1, SalesforceFaults.salesforce(400, "UNABLE_TO_LOCK_ROW", "locked"));
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        simulator.rotateCredentials("new-demo-secret");
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        salesforce.component.getLoginConfig().setClientSecret("new-demo-secret");
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.WRITTEN);
        simulator.faults().next(1, Fault.resetAfterProcessing());
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        simulator.faults().next(1, Fault.html());
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
    }

    @Test
    void aRecordThatFailsTheWholeRequestFailsAlone() {
        List<CrmPatch> patches = salesforce.leads(200).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        salesforce.write(patches.subList(0, 1));
        // the last record: each request that has it fails, and those are every other one
        AtomicInteger requests = new AtomicInteger();
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.WRITE && requests.incrementAndGet() % 2 == 1,
                        SalesforceFaults.salesforce(400, "JSON_PARSER_ERROR", "bad"));

        List<WriteOutcome> outcomes = salesforce.write(patches);

        assertThat(outcomes)
                .extracting(WriteOutcome::recordId)
                .containsExactlyElementsOf(
                        patches.stream().map(CrmPatch::recordId).toList());
        assertThat(outcomes.subList(0, 199)).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(outcomes.get(199).status()).isEqualTo(Status.INVALID);
        assertThat(outcomes.get(199).code()).isEqualTo("JSON_PARSER_ERROR");
    }

    /** Where changes are written beside a run, there are never several failures in a row. */
    @Test
    void whatFailsAgainAlthoughAnotherWriteGotThroughIsNoOutage() {
        List<CrmPatch> patches = salesforce.leads(9).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        List<CrmPatch> other = patches.subList(8, 9);
        salesforce.write(other);
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.WRITE && request.records() == 8,
                        SalesforceFaults.serverError());

        assertThat(salesforce.write(patches.subList(0, 8))).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(salesforce.write(other)).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(salesforce.write(patches.subList(0, 8))).allMatch(o -> o.status() == Status.WRITTEN);
    }

    @Test
    void whatSalesforceRefusesForAllKillsNone() {
        List<CrmPatch> patches = salesforce.leads(200).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        salesforce.write(patches.subList(0, 1));
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.WRITE,
                        SalesforceFaults.salesforce(400, "JSON_PARSER_ERROR", "bad"));
        long before = simulator.requestCount(RequestKind.WRITE);

        List<WriteOutcome> outcomes = salesforce.write(patches);

        assertThat(outcomes).hasSize(200).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(simulator.requestCount(RequestKind.WRITE) - before).isLessThan(20);
    }

    @Test
    void theLimitReachedMidBatchIsForLater() {
        List<CrmPatch> patches = salesforce.leads(401).stream()
                .map(id -> Salesforce.patch("Lead", id, "Title", "CTO"))
                .toList();
        simulator.usage().limit(2);
        List<WriteOutcome> outcomes = salesforce.write(patches);
        assertThat(outcomes.subList(0, 200)).allMatch(o -> o.status() == Status.WRITTEN);
        assertThat(outcomes.subList(400, 401))
                .allMatch(o -> o.status() == Status.UNAVAILABLE && o.code().equals("REQUEST_LIMIT_EXCEEDED"));
        long asked = simulator.requestCount(RequestKind.WRITE);
        assertThat(salesforce.write(patches)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(simulator.requestCount(RequestKind.WRITE)).isLessThanOrEqualTo(asked + 1);
    }

    @Test
    void valuesAreWrittenAsSalesforceReadsThem() {
        assertThat(WriteBody.value(Instant.parse("2026-01-02T03:04:05.6789Z"))).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(WriteBody.value(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(WriteBody.value(List.of("a", "b"))).isEqualTo("a;b");
        assertThat(WriteBody.value(new BigDecimal("1.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(WriteBody.value(true)).isEqualTo(true);
        assertThat(WriteBody.value(null)).isNull();
    }
}
