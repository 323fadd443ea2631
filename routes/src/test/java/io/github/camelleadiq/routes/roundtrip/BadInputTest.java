/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.report.HtmlReport;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorBuilder;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are not what one would wish, all the way from the org through LeadIQ and back. */
class BadInputTest {
    @TempDir
    Path directory;

    private RoundTrip trip() throws Exception {
        return new RoundTrip(directory);
    }

    private RoundTrip trip(UnaryOperator<SalesforceSimulatorBuilder> org) throws Exception {
        return new RoundTrip(directory, LeadIQSimulator.builder(), org.apply(SalesforceSimulator.builder()));
    }

    @Test
    void aJobChangeIsNewsAndNoFill() throws Exception {
        try (RoundTrip trip = trip()) {
            String globex = trip.salesforce.create("Account", Map.of("Name", "Globex", "Website", "globex.example"));
            String acme = trip.salesforce.create("Account", Map.of("Name", "Acme", "Website", "acme.example"));
            // the address is of acme.example, and so is the person
            String left = trip.salesforce.create("Contact", contact("Ada", globex));
            String stayed = trip.salesforce.create("Contact", contact("Bob", acme));
            trip.node
                    .with(routes -> routes.profile("salesforce/contact").parameter("runId", "run"))
                    .start("Contact");
            trip.awaitSettled(2);

            assertThat(trip.value("Contact", stayed, "Title")).isNotNull();
            assertThat(trip.salesforce.record("Contact", left))
                    .containsEntry("LeadIQ_Status__c", "JobChanged")
                    .containsEntry("Title", null)
                    .containsEntry("Phone", null)
                    .containsEntry("MailingCity", null)
                    .containsEntry("LeadIQ_Id__c", null);
            assertThat(trip.log("Contact", left)).singleElement().satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo(Outcome.JOB_CHANGED);
                assertThat(entry.newValue()).isEqualTo("p-ada-example-at-acme-dot-example");
                assertThat(entry.credits()).isPositive();
            });
            EnrichmentReport report = EnrichmentReport.of(trip.state.log(), "run", 10);
            assertThat(report.records()).containsEntry(Outcome.JOB_CHANGED, 1L).containsEntry(Outcome.WRITTEN, 1L);
            StringBuilder page = new StringBuilder();
            HtmlReport.write(report, page);
            assertThat(page).contains("Job change").contains("1 record");
            assertThat(trip.dead()).isEmpty();
        }
    }

    private static Map<String, Object> contact(String firstName, String account) {
        return Map.of(
                "FirstName",
                firstName,
                "LastName",
                "Example",
                "Email",
                firstName.toLowerCase(Locale.ROOT) + ".example@acme.example",
                "AccountId",
                account);
    }

    @Test
    void namesThatNobodyExpectsHurtNobody() throws Exception {
        EnrichmentProfile profile = ProfileReader.read(
                "lead.yaml",
                """
                object: Lead
                kind: person
                identifiers:
                  firstName: FirstName
                  lastName: LastName
                  companyName: [Long__c, Company]
                mapping:
                  Email: person.email.work
                  Title: person.title
                minConfidence: 0.6
                stamps:
                  status: LeadIQ_Status__c
                """);
        try (RoundTrip trip = trip(org -> org.field("Lead", FieldDef.of("Long__c", FieldType.TEXTAREA, 32_000)))) {
            String plain = trip.lead("Example");
            String endless = trip.lead("Example-Long", Map.of("Long__c", "Acme".repeat(5_000)));
            String rightToLeft = trip.lead("כהן\u200f", Map.of("FirstName", "\u202bדוד\u202c"));
            String emoji = trip.lead("Example😀", Map.of("FirstName", "Ada 🦊"));
            String onlyEmoji = trip.lead("🦊", Map.of("FirstName", "😀"));
            String controls = trip.lead("Exam\u0000ple\u0007", Map.of("FirstName", "Ada\u2028"));
            String quotes = trip.lead("O'Example\"}) { id }", Map.of("FirstName", "Ada\\"));
            String halfAnEmoji = trip.lead("Example\ud83d", Map.of("FirstName", "Ada"));
            trip.node.with(routes -> routes.profile(profile)).start("Lead");
            trip.awaitSettled(8);

            assertThat(trip.dead()).isEmpty();
            assertThat(List.of(plain, endless, rightToLeft, emoji))
                    .allSatisfy(
                            id -> assertThat(trip.value("Lead", id, "Title")).isNotNull());
            assertThat(trip.value("Lead", rightToLeft, "LastName")).isEqualTo("כהן\u200f");
            // nothing to ask by; on a slow machine catching up hands records over once more
            assertThat(trip.outcomes("Lead", onlyEmoji)).containsOnly(Outcome.REFUSED);
            assertThat(trip.outcomes("Lead", controls)).containsOnly(Outcome.REFUSED);
            assertThat(trip.outcomes("Lead", quotes)).isNotEmpty();
            assertThat(trip.outcomes("Lead", halfAnEmoji)).isNotEmpty();
            assertThat(trip.leadIQ.validationErrors()).isEmpty();
        }
    }

    @Test
    void recordsWithoutAnythingToAskBySettleWithoutACall() throws Exception {
        try (RoundTrip trip = trip()) {
            String nameless = trip.salesforce.create("Lead", Map.of("LastName", "Example", "Company", "Unknown"));
            String gone = trip.lead("Gone");
            trip.salesforce.delete("Lead", gone);
            trip.node.with(routes -> routes.profile("salesforce/lead")).start("Lead");
            trip.awaitSettled(2);

            assertThat(trip.log("Lead", nameless)).singleElement().satisfies(entry -> assertThat(entry.reason())
                    .isEqualTo("NO_IDENTIFIERS"));
            assertThat(trip.log("Lead", gone)).isEmpty();
            assertThat(trip.lookups()).isZero();
            assertThat(trip.dead()).isEmpty();
        }
    }

    /** Their profiles have no filter that says so. */
    @Test
    void convertedLeadsAndTheContactsOfPersonAccountsAreLeftAlone() throws Exception {
        String profile =
                """
                object: %s
                kind: person
                identifiers: {firstName: FirstName, lastName: LastName, companyName: %s}
                mapping: {Title: person.title}
                minConfidence: 0.6
                """;
        try (RoundTrip trip = trip(org -> org.personAccounts(true))) {
            String lead = trip.lead("Example");
            trip.salesforce.convert(lead);
            EnrichmentProfile leads = ProfileReader.read("lead.yaml", profile.formatted("Lead", "Company"));
            trip.node.with(routes -> routes.profile(leads)).start("Lead");
            trip.awaitSettled(1);

            assertThat(trip.writes(lead)).isEmpty();
            assertThat(trip.lookups()).isZero();
            assertThat(trip.dead()).isEmpty();
        }
        try (RoundTrip trip = trip(org -> org.personAccounts(true))) {
            String account = trip.salesforce.create("Account", Map.of("LastName", "Example", "FirstName", "Ada"));
            String contact = (String) trip.value("Account", account, "PersonContactId");
            EnrichmentProfile contacts =
                    ProfileReader.read("contact.yaml", profile.formatted("Contact", "Account.Name"));
            trip.node.with(routes -> routes.profile(contacts)).start("Contact");
            trip.awaitSettled(1);

            assertThat(trip.writes(contact)).isEmpty();
            assertThat(trip.lookups()).isZero();
        }
    }

    @Test
    void personAccountsAreLeftAlone() throws Exception {
        try (RoundTrip trip = trip(org -> org.personAccounts(true))) {
            String person = trip.salesforce.create(
                    "Account", Map.of("LastName", "Example", "FirstName", "Ada", "Website", "acme.example"));
            String company = trip.salesforce.create("Account", Map.of("Name", "Acme", "Website", "acme.example"));
            trip.node.with(routes -> routes.profile("salesforce/account")).start("Account");
            trip.awaitSettled(2);

            assertThat(trip.value("Account", company, "NumberOfEmployees")).isNotNull();
            assertThat(trip.writes(person)).isEmpty();
            assertThat(trip.value("Account", person, "NumberOfEmployees")).isNull();
            assertThat(trip.lookups()).isEqualTo(1);
        }
    }

    @Test
    void fieldsThatAreMissingOrReadOnlyAreNeitherBoughtNorWritten() throws Exception {
        EnrichmentProfile profile = ProfileReader.read(
                "lead.yaml",
                """
                object: Lead
                kind: person
                identifiers:
                  firstName: FirstName
                  lastName: LastName
                  companyName: Company
                  domain: Website
                mapping:
                  Title: person.title
                  Email_Domain__c: company.domain
                  LinkedIn_URL__c: person.linkedinUrl
                minConfidence: 0.6
                stamps:
                  status: LeadIQ_Status__c
                """);
        try (RoundTrip trip = trip(org -> org.withoutLeadIQFields().withoutField("Lead", "LinkedIn_URL__c"))) {
            String lead = trip.lead("Example");
            trip.node.with(routes -> routes.profile(profile)).start("Lead");
            trip.awaitSettled(1);

            assertThat(trip.value("Lead", lead, "Title")).isNotNull();
            assertThat(trip.writes(lead)).singleElement().satisfies(write -> assertThat(write.after())
                    .containsOnlyKeys("Title"));
            // no company data, which would be 3 credits
            assertThat(trip.leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("0.1");
            assertThat(trip.log("Lead", lead))
                    .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                    .extracting(LogEntry::field)
                    .contains("LinkedIn_URL__c", "Email_Domain__c");
            assertThat(trip.dead()).isEmpty();
        }
    }
}
