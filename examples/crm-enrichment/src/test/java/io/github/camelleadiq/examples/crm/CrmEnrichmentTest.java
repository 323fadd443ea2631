/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.Quirk;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The whole program, as a user starts it, between the two simulators. */
class CrmEnrichmentTest {

    /** What the names of the fields of addresses begin with. */
    private static final Map<String, String> ADDRESSES = Map.of("Lead", "", "Contact", "Mailing", "Account", "Billing");

    /** The countries of the invented people of which the picklists of a new org have states. */
    private static final Set<String> WITH_STATES = Set.of("United States", "Canada");

    /** What LeadIQ's simulator has of everybody whom it knows. */
    private static final Map<String, List<String>> KNOWN_OF_ALL = Map.of(
            "Lead",
            List.of("Title", "LinkedIn_URL__c", "City", "Country", "Website", "Industry", "NumberOfEmployees"),
            "Contact",
            List.of("Title", "LinkedIn_URL__c", "MailingCity", "MailingCountry"),
            "Account",
            List.of(
                    "Website",
                    "Phone",
                    "Industry",
                    "NumberOfEmployees",
                    "AnnualRevenue",
                    "BillingStreet",
                    "BillingCity"));

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CrmEnrichment program(Map<String, String> environment) {
        return new CrmEnrichment(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private CrmOptions options() {
        return CrmOptions.parse(
                "--state", directory.resolve("state").toString(),
                "--report", directory.resolve("report.html").toString());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fillsWhatLeadIQHasAndSpendsNothingTheSecondTime() throws Exception {
        BigDecimal spent;
        try (Systems systems = Systems.of(options(), Map.of())) {
            SimulatedSystems simulated = systems.simulated();
            SalesforceSimulator salesforce = simulated.salesforce();
            Map<String, Map<String, Object>> before = leads(salesforce);

            assertThat(program(Map.of()).run(options(), systems)).isEqualTo(CrmEnrichment.COMPLETE);

            spent = simulated.meter();
            assertThat(spent).isGreaterThan(BigDecimal.valueOf(1_000));
            assertThat(credits("([\\d.]+) counted")).isEqualByComparingTo(spent);
            assertThat(credits("([\\d.]+) in the log")).isEqualByComparingTo(spent);
            assertThat(leadIQRequests())
                    .isEqualTo(simulated.leadIQ().requests().stream()
                            .filter(request -> !request.introspection())
                            .count());
            assertEveryGapIsFilled(simulated);
            assertOptOutsAreRespected(simulated, before);
            assertNothingWasWrittenTwiceWithDifferentValues(salesforce);
            assertThat(said()).contains("unable to lock row", "crm refused");
            assertThat(said()).contains("The same backfill again: 0 looked up, 0 credits");
            assertThat(said()).doesNotContain("@").doesNotContain(LeadIQSimulator.DEMO_KEY);
        }
        assertReportIsWhole();

        out.reset();
        try (Systems systems = Systems.of(options(), Map.of())) {
            assertThat(program(Map.of()).run(options(), systems)).isEqualTo(CrmEnrichment.COMPLETE);
            assertThat(systems.simulated().meter()).isZero();
            assertThat(said()).contains("nothing   was spent");
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void beginsWithADryRunAtRealSystems() throws Exception {
        try (SimulatedSystems real = SimulatedSystems.start()) {
            Map<String, String> environment = Map.of(
                    "SALESFORCE_LOGIN_URL", real.salesforce().url().toString(),
                    "SALESFORCE_CLIENT_ID", SalesforceSimulator.CLIENT_ID,
                    "SALESFORCE_CLIENT_SECRET", SalesforceSimulator.CLIENT_SECRET,
                    "LEADIQ_API_KEY", LeadIQSimulator.DEMO_KEY);
            String[] usual = {
                "--state", directory.resolve("state").toString(),
                "--report", directory.resolve("report.html").toString(),
                "--leadiq-url", real.leadIQ().url().toString(),
                "--objects", "Account"
            };

            assertThat(program(environment).run(usual)).isEqualTo(CrmEnrichment.COMPLETE);

            assertThat(real.meter()).isZero();
            assertThat(real.salesforce().history()).isEmpty();
            assertThat(said()).contains("DRY RUN", "estimate").doesNotContain(SalesforceSimulator.CLIENT_SECRET);

            String[] live =
                    Stream.concat(Arrays.stream(usual), Stream.of("--live")).toArray(String[]::new);
            assertThat(program(environment).run(live)).isEqualTo(CrmEnrichment.COMPLETE);

            assertThat(real.meter()).isPositive();
            assertThat(real.salesforce().history()).isNotEmpty();
            assertThat(Files.readString(directory.resolve("report.html")))
                    .contains("Values are left out")
                    .doesNotContain("Example Street", LeadIQSimulator.DEMO_KEY);
        }
    }

    @Test
    void saysWhatTheEnvironmentLacks() {
        int code = program(Map.of("SALESFORCE_LOGIN_URL", "https://org.example", "LEADIQ_API_KEY", "secret-key"))
                .run();

        assertThat(code).isEqualTo(CrmEnrichment.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("lacks SALESFORCE_CLIENT_ID, SALESFORCE_CLIENT_SECRET")
                .doesNotContain("secret-key");
    }

    @Test
    void refusesToGoLiveWithoutCredentials() {
        int code = program(Map.of("LEADIQ_API_KEY", "secret-key")).run("--live");

        assertThat(code).isEqualTo(CrmEnrichment.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "The environment lacks SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID, SALESFORCE_CLIENT_SECRET")
                .doesNotContain("secret-key");
        assertThat(said()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongInALineEachBeforeAnythingStarts() {
        try (SimulatedSystems real = SimulatedSystems.start()) {
            Map<String, String> environment = Map.of(
                    "SALESFORCE_LOGIN_URL",
                    real.salesforce().url().toString(),
                    "SALESFORCE_CLIENT_ID",
                    SalesforceSimulator.CLIENT_ID,
                    "SALESFORCE_CLIENT_SECRET",
                    SalesforceSimulator.CLIENT_SECRET,
                    "LEADIQ_API_KEY",
                    "wrong-key");
            int code = program(environment)
                    .run(
                            "--state",
                            directory.resolve("state").toString(),
                            "--leadiq-url",
                            real.leadIQ().url().toString(),
                            "--objects",
                            "Lead",
                            "--where",
                            "Compny = 'Acme'");

            assertThat(code).isEqualTo(CrmEnrichment.UNUSABLE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .hasLineCount(2)
                    .contains("Salesforce does not take the condition in where (INVALID_FIELD)")
                    .contains("LeadIQ refuses the API key")
                    .doesNotContain("wrong-key");
        }
    }

    @Test
    void refusesUnknownOptions() {
        assertThat(program(Map.of()).run("--lvie")).isEqualTo(CrmEnrichment.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Unknown option --lvie", "Usage:");
    }

    private static Map<String, Map<String, Object>> leads(SalesforceSimulator salesforce) {
        Map<String, Map<String, Object>> leads = new TreeMap<>();
        salesforce.records("Lead").forEach(lead -> leads.put((String) lead.get("Id"), lead));
        return leads;
    }

    private static void assertEveryGapIsFilled(SimulatedSystems systems) {
        Set<String> ordinary = Set.copyOf(systems.seeded().quirks().get(Quirk.NONE));
        Map<String, List<String>> ids = new HashMap<>(systems.seeded().ids());
        ids.replaceAll((type, all) -> all.stream()
                .filter(id -> type.equals("Account") ? isIdentified(systems, id) : ordinary.contains(id))
                .toList());
        KNOWN_OF_ALL.forEach((type, fields) -> {
            assertThat(ids.get(type)).as(type).hasSizeGreaterThan(20);
            for (String id : ids.get(type)) {
                Map<String, Object> filled = systems.salesforce().record(type, id);
                assertThat(fields).as("%s %s", type, id).allMatch(field -> filled.get(field) != null);
                String address = ADDRESSES.get(type);
                assertThat(filled.get(address + "State") != null)
                        .as("state of %s %s", type, id)
                        .isEqualTo(WITH_STATES.contains(filled.get(address + "Country")));
            }
        });
    }

    /** A name alone is not enough to be sure. */
    private static boolean isIdentified(SimulatedSystems systems, String accountId) {
        return systems.salesforce().history(accountId).stream()
                .noneMatch(write -> "LowConfidence".equals(write.after().get("LeadIQ_Status__c")));
    }

    private static void assertOptOutsAreRespected(SimulatedSystems systems, Map<String, Map<String, Object>> before) {
        Map<Quirk, String> blocked = Map.of(Quirk.EMAIL_OPT_OUT, "Email", Quirk.DO_NOT_CALL, "MobilePhone");
        blocked.forEach((quirk, field) -> systems.seeded().quirks().getOrDefault(quirk, List.of()).stream()
                .filter(before::containsKey)
                .forEach(
                        id -> assertThat(systems.salesforce().record("Lead", id).get(field))
                                .isEqualTo(before.get(id).get(field))));
    }

    private static void assertNothingWasWrittenTwiceWithDifferentValues(SalesforceSimulator salesforce) {
        Map<String, Object> values = new TreeMap<>();
        for (RecordWrite write : salesforce.history()) {
            if (write.client() != null) {
                write.changed().forEach((field, value) -> {
                    if (!field.startsWith("LeadIQ_")) {
                        Object earlier = values.put(write.id() + field, Objects.toString(value));
                        assertThat(earlier).isIn(null, Objects.toString(value));
                    }
                });
            }
        }
        assertThat(values).isNotEmpty();
    }

    private void assertReportIsWhole() throws Exception {
        String page = Files.readString(directory.resolve("report.html"));
        assertThat(page)
                .contains("Before and after", "Some of the records", "Job change", "Ambiguous", "Record locked")
                .doesNotContain("<script", "src=", "href=", "url(", "@import");
        String xml = page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private BigDecimal credits(String pattern) {
        Matcher matcher = Pattern.compile("credits   .*?" + pattern).matcher(said());
        assertThat(matcher.find()).isTrue();
        return new BigDecimal(matcher.group(1));
    }

    private long leadIQRequests() {
        Matcher matcher = Pattern.compile("calls     (\\d+) LeadIQ requests").matcher(said());
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
