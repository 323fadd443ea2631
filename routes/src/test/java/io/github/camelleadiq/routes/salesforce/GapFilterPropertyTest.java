/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.LastLookUp;
import io.github.camelleadiq.routes.core.guard.OwnValues;
import io.github.camelleadiq.routes.core.plan.Freshness;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever the profile and the records: whom guard and planner would let be looked up, the filter finds. */
class GapFilterPropertyTest {
    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Map<String, String> SOURCES = Map.of(
            "Title", "person.title",
            "Email", "person.email.work",
            "Phone", "person.phone.direct",
            "Website", "company.website",
            "Street", "company.street",
            "City", "person.city",
            "Industry", "company.industry",
            "NumberOfEmployees", "company.employees",
            "AnnualRevenue", "company.revenue",
            "Nowhere__c", "person.state");
    private static final String LONG = "Description: company.description";
    private static final List<String> POLICIES = List.of(
            "fill-empty", "fill-empty", "fill-empty", "fill-empty", "fill-empty", "overwrite", "if-newer", "never");
    private static final List<String> CONDITIONS = List.of(
            "{field: Marked__c, op: not-in, values: ['true']}",
            "{field: Marked__c, op: in, values: ['TRUE', 'yes']}",
            "{field: Marked__c, op: empty}",
            "{field: Status, op: in, values: ['open - not contacted', 'Unqualified']}",
            "{field: Status, op: not-in, values: ['UNQUALIFIED', 'Größer']}",
            "{field: Rating, op: in, values: [hot, frozen]}",
            "{field: Rating, op: not-in, values: ['Hot ', warm]}",
            "{field: Rating, op: not-empty}",
            "{field: City, op: in, values: [springfield]}",
            "{field: Nowhere__c, op: empty}");
    private static final List<String> UNSEEN = List.of("\u00a0", "\u200b\u00a0", "\ufeff", "\u3000\u2003", "\u2009");
    private static final List<String> SEEN = List.of("Springfield", "\u00a0Shelbyville\u200b", "'", "X", "%_", "hot");

    private static SalesforceSimulator simulator;
    private static Salesforce salesforce;

    @BeforeAll
    static void start() throws Exception {
        simulator = SalesforceSimulator.builder()
                .field("Lead", FieldDef.checkbox("Marked__c"))
                .field("Lead", FieldDef.of("Read_Only__c", FieldType.STRING, 40).readOnly())
                .start();
        salesforce = new Salesforce(simulator).start();
    }

    @AfterAll
    static void stop() {
        salesforce.close();
        simulator.close();
    }

    @RepeatedTest(60)
    void nobodyIsLeftOut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        simulator.reset();
        EnrichmentProfile profile = profile(random);
        simulator.seed("Lead", IntStream.range(0, 100).mapToObj(i -> lead(random)));
        ObjectDescribe describe = describe();

        GapFilter filter = GapFilter.of(profile, describe, NOW);

        Set<String> found = ids(filter.condition());
        Instant later = NOW.plus(Duration.ofHours(random.nextInt(24)));
        Set<String> wanted = new HashSet<>();
        for (CrmRecord lead : records(profile, describe)) {
            if (isLookedUp(lead, profile, describe, later)) {
                wanted.add(lead.id());
            }
        }
        assertThat(found).containsAll(wanted);
        if (repetition.getCurrentRepetition() == repetition.getTotalRepetitions()) {
            // a filter that finds everybody would do as well
            EnrichmentProfile simple = Fixtures.profile("mapping: {Email: person.email.work}");
            assertThat(ids(GapFilter.of(simple, describe, NOW).condition()))
                    .containsExactlyInAnyOrderElementsOf(simulator.records("Lead").stream()
                            .filter(lead -> lead.get("Email") == null)
                            .map(lead -> (String) lead.get("Id"))
                            .toList());
        }
    }

    private static boolean isLookedUp(CrmRecord lead, EnrichmentProfile profile, ObjectDescribe describe, Instant now) {
        Instant enrichedAt = Freshness.enrichedAt(lead, profile, null);
        return Guard.crmRecord(
                                ChangeEvent.due("run", "Lead", List.of(lead.id()), now),
                                Optional.of(lead),
                                profile,
                                OwnValues.NONE,
                                new LastLookUp(enrichedAt, null, null),
                                now)
                        .passed()
                && Planner.plan(lead, profile, describe, enrichedAt, now).isLookup();
    }

    private static EnrichmentProfile profile(Random random) {
        List<String> mappings = new ArrayList<>();
        SOURCES.keySet().stream()
                .sorted()
                .filter(name -> random.nextInt(3) == 0)
                .forEach(name -> {
                    mappings.add(name + ": {from: " + SOURCES.get(name) + ", policy: "
                            + POLICIES.get(random.nextInt(POLICIES.size())) + "}");
                });
        if (random.nextInt(10) == 0) {
            mappings.add(LONG);
        }
        if (mappings.isEmpty()) {
            mappings.add("Title: person.title");
        }
        String yaml = "mapping: {" + String.join(", ", mappings) + "}\n";
        if (random.nextInt(3) > 0) {
            yaml += "stamps: {enrichedAt: LeadIQ_Enriched_At__c}\n";
        }
        if (random.nextInt(3) > 0) {
            yaml += "refreshAfter: 90d\n";
        }
        if (random.nextBoolean()) {
            yaml += "filter: [" + CONDITIONS.get(random.nextInt(CONDITIONS.size())) + ", "
                    + CONDITIONS.get(random.nextInt(CONDITIONS.size())) + "]\n";
        }
        if (random.nextBoolean()) {
            yaml += "optOuts: {DoNotCall: [person.phone, company.phone], HasOptedOutOfEmail: person.email}\n";
        }
        return Fixtures.profile(yaml);
    }

    private static Map<String, Object> lead(Random random) {
        Map<String, Object> lead = new HashMap<>(Map.of(
                "LastName",
                "Sample" + random.nextInt(1_000),
                "FirstName",
                "Ada",
                "Company",
                "Acme",
                "Status",
                pick(random, List.of("Open - Not Contacted", "Unqualified", "Working - Contacted"))));
        for (String text : List.of("Title", "Phone", "Website", "Street", "City", "Description")) {
            maybe(random, lead, text, random.nextInt(3) == 0 ? pick(random, UNSEEN) : pick(random, SEEN));
        }
        maybe(random, lead, "Email", "ada@example.com");
        maybe(random, lead, "Industry", "Banking");
        maybe(random, lead, "Rating", pick(random, List.of("Hot", "hot", "Frozen")));
        maybe(random, lead, "NumberOfEmployees", random.nextInt(3));
        maybe(random, lead, "AnnualRevenue", 0);
        maybe(random, lead, "Marked__c", random.nextBoolean());
        maybe(random, lead, "DoNotCall", random.nextBoolean());
        maybe(random, lead, "HasOptedOutOfEmail", random.nextBoolean());
        Duration age = Duration.ofHours(24 * 90 + random.nextInt(96) - 48);
        maybe(random, lead, "LeadIQ_Enriched_At__c", NOW.minus(age).toString());
        return lead;
    }

    private static void maybe(Random random, Map<String, Object> lead, String field, Object value) {
        if (random.nextInt(4) > 0) {
            lead.put(field, value);
        }
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static ObjectDescribe describe() {
        SalesforceDescriber describer = new SalesforceDescriber();
        describer.setCamelContext(salesforce.camel);
        return describer.describe("Lead", null);
    }

    private static Set<String> ids(String condition) {
        Set<String> ids = new HashSet<>();
        SalesforceApi.of(salesforce.camel, "salesforce")
                .query(
                        Soql.page("Lead", Set.of(), condition, null, 2_000),
                        page -> page.forEach(node -> ids.add(node.path("Id").asText())));
        return ids;
    }

    private static List<CrmRecord> records(EnrichmentProfile profile, ObjectDescribe describe) {
        List<String> fields = profile.fieldsToRead().stream()
                .filter(field -> describe.field(field).isPresent())
                .toList();
        List<CrmRecord> records = new ArrayList<>();
        SalesforceApi.of(salesforce.camel, "salesforce")
                .query(
                        Soql.page("Lead", fields, null, null, 2_000),
                        page -> page.forEach(node -> records.add(Records.parse("Lead", fields, node))));
        return records;
    }
}
