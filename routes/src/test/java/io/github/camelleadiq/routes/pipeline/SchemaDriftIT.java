/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * LeadIQ changes its schema without notice. Whatever member goes and whatever value gets a name that we do not know: what is
 * written is what would be written without it, or nothing.
 */
@Tag("any-platform")
class SchemaDriftIT {
    private static final AtomicInteger RECORDS = new AtomicInteger();

    /** One source for each field, so that a field has the value that it always has, or none. */
    private static final EnrichmentProfile PROFILE = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
              Description: person.email.personal
              Phone: person.phone.direct
              MobilePhone: person.phone.mobile
              Title: person.title
              City: person.city
              State: person.state
              Country: person.country
              BillingStreet: company.street
              BillingCity: company.city
              BillingState: company.state
              BillingPostalCode: company.postalCode
              BillingCountry: company.country
            minConfidence: 0.8
            emailStatuses: [Verified, VerifiedLikely, Unverified]
            """);

    /** What people can be written to, called and visited by. */
    private static final Set<String> CONTACT = Set.of(
            "WorkEmailRecordType",
            "PersonalEmailRecordType",
            "WorkPhoneRecordType",
            "PersonalPhoneRecordType",
            "LocationRecord",
            "LocationInfo");

    /** Where that stands, and by whom it is: here other members go as well. */
    private static final Set<String> HOLDERS =
            Set.of("PersonRecord", "PositionRecord", "NameInfo", "CompanyInfo", "SearchPeopleInput", "CompanyDetails");

    /** Of a company, what is not about where it is and which it is: more of the same. */
    private static final Set<String> OTHER = Set.of(
            "logoUrl",
            "numberOfEmployees",
            "industry",
            "specialities",
            "fundingInfo",
            "technologies",
            "revenue",
            "revenueRange",
            "predictedRevenue",
            "sicCode",
            "secondarySicCodes",
            "naicsCode",
            "employeeRange",
            "crunchbaseUrl",
            "facebookUrl",
            "twitterUrl",
            "foundedYear",
            "companyHierarchy",
            "updatedDate",
            "businessTypes",
            "functionTrends",
            "isExcluded",
            "description",
            "type");

    private static final Set<String> ENUMERATIONS = Set.of(
            "EmailType",
            "EmailVerificationStatusType",
            "PhoneType",
            "PhoneVerificationStatusType",
            "VerificationStatusType",
            "GenericFieldType",
            "GenericFieldStatus");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whateverGoesOrIsRenamedNothingElseIsWritten(Dialect dialect) throws Exception {
        SimulatedSchema whole = SimulatedSchema.of(dialect);
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().schema(whole).start();
                PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(PROFILE, routes -> routes)) {
            List<Map<String, Object>> before = written(pipeline);
            assertThat(before).anySatisfy(fields -> assertThat(fields).containsKeys("Email", "Phone", "MobilePhone"));
            assertThat(before)
                    .anySatisfy(fields -> assertThat(fields).containsKeys("City", "Country", "BillingStreet"));
            assertThat(before).anySatisfy(fields -> assertThat(fields).containsKey("Description"));
            Map<String, SimulatedSchema> drifted = drifted(whole);
            assertThat(drifted).hasSizeGreaterThan(100);
            List<String> lost = new ArrayList<>();
            List<String> wrong = new ArrayList<>();

            drifted.forEach((what, schema) -> {
                leadIQ.schema(schema);
                List<Map<String, Object>> now = written(pipeline);

                for (int person = 0; person < now.size(); person++) {
                    Set<Map.Entry<String, Object>> more =
                            new HashSet<>(now.get(person).entrySet());
                    more.removeAll(before.get(person).entrySet());
                    if (!more.isEmpty()) {
                        wrong.add(what + ": to " + leads().get(person) + " was written " + more);
                    }
                }
                if (!now.equals(before)) {
                    lost.add(what);
                }
            });

            assertThat(wrong).isEmpty();
            assertThat(leadIQ.validationErrors()).isEmpty();
            // only where a question cannot be asked any more
            assertThat(pipeline.state.deadLetters().list(0, 1_000)).isNotEmpty().allSatisfy(letter -> assertThat(
                            letter.reason())
                    .startsWith("LeadIQInvalidRequestException: LeadIQ searchPeople: input."));
            // not because nothing is written any more
            assertThat(lost)
                    .contains("WorkEmailRecordType.status removed", "EmailVerificationStatusType.Verified renamed")
                    .hasSizeBetween(10, drifted.size() / 2);
        }
    }

    /** A question without it would be answered with more people than are to be paid for. */
    @ParameterizedTest
    @EnumSource
    void whereTheNumberOfAnswersCannotBeLimitedEnrichmentWaits(Dialect dialect) throws Exception {
        SimulatedSchema unlimited = SimulatedSchema.of(dialect).withoutField("SearchPeopleInput", "limit");
        try (LeadIQSimulator leadIQ =
                        LeadIQSimulator.builder().schema(unlimited).start();
                PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(PROFILE, routes -> routes)) {
            List<String> ids = new ArrayList<>();
            for (Map<String, Object> lead : leads()) {
                ids.add("00Q" + RECORDS.incrementAndGet());
                pipeline.crm.records.put(ids.get(ids.size() - 1), new HashMap<>(lead));
            }

            pipeline.offer("drift", null, ids.toArray(String[]::new));
            await().until(() -> !pipeline.summaries.isEmpty());

            assertThat(pipeline.summaries.get(0).postponed()).isEqualTo(ids.size());
            assertThat(pipeline.state.deadLetters().list(0, 1)).isEmpty();
            assertThat(pipeline.crm.writes).isEmpty();
            assertThat(pipeline.lookups()).isZero();
        }
    }

    /** What is written to each lead, every time another record. */
    private static List<Map<String, Object>> written(PipelineFixture pipeline) {
        LeadIQComponent component = pipeline.context.getComponent("leadiq", LeadIQComponent.class);
        // a component that starts anew asks the server for its schema anew
        component.stop();
        component.start();
        List<String> ids = new ArrayList<>();
        for (Map<String, Object> lead : leads()) {
            String id = "00Q" + RECORDS.incrementAndGet();
            pipeline.crm.records.put(id, new HashMap<>(lead));
            ids.add(id);
        }

        pipeline.page("drift", ids.toArray(String[]::new));

        List<Map<String, Object>> written = new ArrayList<>();
        for (String id : ids) {
            List<LogEntry> log = pipeline.state.log().ofRecord("Lead", id).stream()
                    .map(LoggedEntry::entry)
                    .toList();
            assertThat(log).isNotEmpty().allSatisfy(entry -> assertThat(
                            entry.outcome() == Outcome.WRITTEN || entry.reason() != null)
                    .as("%s", entry)
                    .isTrue());
            Map<String, Object> fields = new TreeMap<>(pipeline.crm.records.get(id));
            fields.keySet().removeIf(field -> pipeline.crm.writes.stream()
                    .flatMap(List::stream)
                    .filter(patch -> patch.recordId().equals(id))
                    .flatMap(patch -> patch.changes().stream())
                    .noneMatch(change -> change.field().equals(field)));
            written.add(fields);
        }
        return written;
    }

    private static List<Map<String, Object>> leads() {
        return Stream.of(
                        lead("Ada", "Website", "acme.example"),
                        lead("Bo", "Website", "globex.example"),
                        lead("Cy", "Email", "cy.example@hooli.example"),
                        lead("Di", "LinkedIn_URL__c", "linkedin.com/in/di-example"),
                        lead("Suppressed", "Website", "acme.example"),
                        lead("Optedout", "Website", "acme.example"),
                        lead("Invalid", "Website", "acme.example"),
                        lead("Unverified", "Website", "acme.example"),
                        lead("Noemail", "Website", "acme.example"),
                        lead("Nophone", "Website", "acme.example"),
                        // LeadIQ knows them elsewhere
                        lead("Eve", "Website", "acme.example", "Country", "Iceland", "City", "Reykjavik"),
                        lead("Flo", "Website", "acme.example", "City", "Nowhere"),
                        lead("Gus", "Website", "acme.example", "BillingCountry", "Iceland", "BillingCity", "Reykjavik"),
                        // somebody else's address and page
                        lead("Hal", "Email", "paula.other@acme.example"),
                        lead("Ira", "LinkedIn_URL__c", "linkedin.com/in/paula-other"))
                .toList();
    }

    private static Map<String, Object> lead(String firstName, Object... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("FirstName", firstName);
        fields.put("LastName", "Example");
        for (int index = 0; index < more.length; index += 2) {
            fields.put((String) more[index], more[index + 1]);
        }
        return fields;
    }

    /** Each member less, and each value under another name; by what is different. */
    private static Map<String, SimulatedSchema> drifted(SimulatedSchema whole) {
        Map<String, SimulatedSchema> drifted = new LinkedHashMap<>();
        GraphQLSchema schema = whole.executable();
        Stream.concat(CONTACT.stream(), HOLDERS.stream()).sorted().forEach(type -> members(schema, type)
                .forEach(member -> drifted.put(type + "." + member + " removed", whole.withoutField(type, member))));
        ENUMERATIONS.stream().sorted().forEach(name -> ((GraphQLEnumType) schema.getType(name))
                .getValues()
                .forEach(value -> drifted.put(
                        name + "." + value.getName() + " renamed",
                        whole.withValueRenamed(name, value.getName(), "Brand" + value.getName()))));
        return drifted;
    }

    private static Stream<String> members(GraphQLSchema schema, String type) {
        Stream<? extends GraphQLNamedSchemaElement> members =
                schema.getType(type) instanceof GraphQLInputObjectType input
                        ? input.getFieldDefinitions().stream()
                        : ((GraphQLFieldsContainer) schema.getType(type)).getFieldDefinitions().stream();
        return members.map(GraphQLNamedSchemaElement::getName)
                .filter(name -> !type.equals("CompanyInfo") || !OTHER.contains(name))
                // without it nobody can be asked for: see below
                .filter(name -> !name.equals("limit"));
    }
}
