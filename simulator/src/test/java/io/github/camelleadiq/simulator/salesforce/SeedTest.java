/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelleadiq.simulator.people.Candidates;
import io.github.camelleadiq.simulator.people.PeopleDirectory;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeedTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().withoutLeadIQFields());

    private final SalesforceSimulator simulator = SALESFORCE.simulator();

    @Test
    void equalPlansMakeEqualRecordsThatMakeNoNoise() {
        Seeded first = simulator.seed(SeedPlan.of(300, 100, 20));
        List<Map<String, Object>> leads = simulator.records("Lead");
        assertThat(leads).hasSize(300);
        assertThat(simulator.records("Contact")).hasSize(100);
        assertThat(simulator.records("Account")).hasSize(20);
        assertThat(simulator.eventsSent()).isZero();
        assertThat(simulator.history()).isEmpty();
        simulator.reset();
        assertThat(simulator.seed(SeedPlan.of(300, 100, 20))).isEqualTo(first);
        assertThat(simulator.records("Lead"))
                .extracting(r -> r.get("Email"))
                .isEqualTo(leads.stream().map(r -> r.get("Email")).toList());
    }

    @Test
    void givenRecordsHaveAlwaysBeenThereToo() {
        List<String> ids = simulator.seed(
                "Lead", IntStream.range(0, 300).mapToObj(i -> Map.of("LastName", "Sample" + i, "Company", "Acme")));
        assertThat(ids).hasSize(300).isSorted();
        assertThat(simulator.record("Lead", ids.get(7))).containsEntry("LastName", "Sample7");
        assertThat(simulator.eventsSent()).isZero();
        assertThat(simulator.history()).isEmpty();
        assertThat(simulator.recordsWritten()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.seed("Lead", Stream.of(Map.of("LastName", "Sample"))))
                .withMessageContaining("Company");
    }

    @Test
    void recordsHaveGapsAndQuirks() {
        Seeded seeded = simulator.seed(SeedPlan.of(1_000, 0, 0));
        assertThat(seeded.quirks()).containsOnlyKeys(Quirk.values());
        List<Map<String, Object>> leads = simulator.records("Lead");
        for (String field : List.of("Email", "Phone", "Title", "LinkedIn_URL__c", "Website")) {
            assertThat(leads).extracting(r -> r.get(field) == null).contains(true, false);
        }
        assertThat(lead(seeded, Quirk.EMAIL_OPT_OUT)).containsEntry("HasOptedOutOfEmail", true);
        assertThat(lead(seeded, Quirk.LONGEST_NAME).get("LastName").toString()).hasSize(80);
        assertThat(lead(seeded, Quirk.NO_IDENTIFIER))
                .containsEntry("Email", null)
                .containsEntry("Website", null);
    }

    @Test
    void leadIQKnowsThePeople() {
        Seeded seeded = simulator.seed(SeedPlan.of(500, 0, 0));
        PeopleDirectory directory = new PeopleDirectory();
        Map<String, Object> withEmail = simulator.records("Lead").stream()
                .filter(r -> r.get("Email") != null)
                .findFirst()
                .orElseThrow();
        Candidates<SimPerson> found = directory.search(Map.of("email", withEmail.get("Email")));
        assertThat(found.page()).extracting(SimPerson::fullName).containsExactly((String) withEmail.get("Name"));
        Map<String, Object> changer = lead(seeded, Quirk.JOB_CHANGER);
        SimPerson now = directory
                .search(Map.of("linkedinUrl", changer.get("LinkedIn_URL__c")))
                .page()
                .get(0);
        assertThat(now.fullName()).isEqualTo(changer.get("Name"));
        assertThat(now.company().name()).isNotEqualTo(changer.get("Company"));
        Map<String, Object> several = lead(seeded, Quirk.AMBIGUOUS);
        assertThat(directory
                        .search(Map.of(
                                "fullName", several.get("Name"), "company", Map.of("name", several.get("Company"))))
                        .total())
                .isGreaterThan(1);
    }

    private Map<String, Object> lead(Seeded seeded, Quirk quirk) {
        return simulator.record("Lead", seeded.quirks().get(quirk).get(0));
    }
}
