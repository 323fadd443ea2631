/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many pairs of a record and an answer, which must match or must not: how good the matching is, in figures. */
class PairsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EnrichmentProfile LEAD = Fixtures.shipped("lead");
    private static final EnrichmentProfile ACCOUNT = Fixtures.shipped("account");

    /** How the pairs of each section are asked about; a section that must match says "same". */
    private static final Map<String, Question> QUESTIONS = Map.ofEntries(
            Map.entry(
                    "people, by name and company",
                    (own, theirs) -> person(
                            Rung.NAME_AND_COMPANY,
                            with(named(own), "company", "Blue Sample Works"),
                            with(full(theirs), "company", "Blue Sample Works"))),
            Map.entry(
                    "companies, by name and country",
                    (own, theirs) -> company(
                            Rung.COMPANY_NAME,
                            Map.of("Name", own, "BillingCountry", "Germany"),
                            Map.of("name", theirs, "country", "Germany"))),
            Map.entry(
                    "employers, of a person known by the page",
                    (own, theirs) -> person(
                            Rung.LINKEDIN_URL,
                            with(ada(), "company", own, "link", "linkedin.com/in/ada-example"),
                            with(ada(), "company", theirs, "link", "linkedin.com/in/ada-example"))),
            Map.entry(
                    "employers, of a person asked for by name",
                    (own, theirs) ->
                            person(Rung.NAME_AND_COMPANY, with(ada(), "company", own), with(ada(), "company", theirs))),
            Map.entry(
                    "websites, of an account",
                    (own, theirs) -> company(
                            Rung.COMPANY_NAME,
                            Map.of("Name", "Acme", "Website", own),
                            Map.of("name", "Acme", "domain", theirs))),
            Map.entry(
                    "pages, of a person asked for by name",
                    (own, theirs) -> person(
                            Rung.NAME_AND_COMPANY,
                            with(ada(), "company", "Acme", "link", own),
                            with(ada(), "company", "Acme", "link", theirs))),
            Map.entry("all told", (own, theirs) -> {
                String[] asked = own.split(" ", 2);
                return person(Rung.valueOf(asked[0]), values(asked[1]), values(theirs));
            }));

    /** A record and an answer as the section's pairs say. */
    @FunctionalInterface
    private interface Question {
        MatchResult ask(String own, String theirs);
    }

    private record Pair(String section, boolean mustMatch, String own, String theirs) {
        boolean isMatched() {
            String kind = section.replaceFirst("^\\w+,? ", "");
            return QUESTIONS.get(kind).ask(own, theirs) instanceof MatchResult.Matched;
        }
    }

    @Test
    void nobodyElseIsMatchedAndHardlyAnybodyMissed() throws Exception {
        List<Pair> pairs = pairs();
        List<Pair> mistaken = pairs.stream()
                .filter(pair -> !pair.mustMatch && pair.isMatched())
                .toList();
        List<Pair> missed = pairs.stream()
                .filter(pair -> pair.mustMatch && !pair.isMatched())
                .toList();
        long must = pairs.stream().filter(Pair::mustMatch).count();
        long mustNot = pairs.size() - must;
        String figures = String.format(
                Locale.ROOT,
                "%d pairs: of %d that must not match %.1f %% did not, of %d that must match %.1f %% did",
                pairs.size(),
                mustNot,
                100.0 * (mustNot - mistaken.size()) / mustNot,
                must,
                100.0 * (must - missed.size()) / must);
        System.out.println("Matching, " + figures);
        missed.forEach(pair -> System.out.println("Matching, missed: " + pair));

        assertThat(mistaken).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (must * 0.05));
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        assertThat(Files.readString(Path.of("../docs/matching.md"))).contains(figures);
    }

    private static MatchResult person(Rung rung, Map<String, String> own, Map<String, String> theirs) {
        Map<String, String> fields = Map.of(
                "first", "FirstName",
                "last", "LastName",
                "company", "Company",
                "site", "Website",
                "email", "Email",
                "link", "LinkedIn_URL__c",
                "country", "Country",
                "full", "Name",
                "id", "LeadIQ_Id__c");
        List<Object> record = new ArrayList<>();
        own.forEach((key, value) -> record.addAll(List.of(fields.get(key), value)));
        ObjectNode answer = JSON.createObjectNode().put("id", "p1");
        String first = theirs.get("first");
        String last = theirs.get("last");
        answer.putObject("name")
                .put("first", first)
                .put("last", last)
                .put("fullName", theirs.containsKey("full") ? theirs.get("full") : first + " " + last);
        ObjectNode company = answer.putArray("currentPositions")
                .addObject()
                .putObject("companyInfo")
                .put("id", "c1")
                .put("name", theirs.get("company"));
        if (theirs.containsKey("domain")) {
            company.put("domain", theirs.get("domain"));
        }
        if (theirs.containsKey("link")) {
            answer.putObject("linkedin").put("linkedinUrl", theirs.get("link"));
        }
        if (theirs.containsKey("country")) {
            answer.putObject("location").put("country", theirs.get("country"));
        }
        if (theirs.containsKey("confidence")) {
            answer.put("confidence", Integer.parseInt(theirs.get("confidence")));
        }
        CrmRecord crmRecord = Fixtures.lead(record.toArray());
        return Matcher.match(crmRecord, LEAD, Candidate.people(List.of(Fixtures.person(answer.toString())), rung));
    }

    private static MatchResult company(Rung rung, Map<String, String> own, Map<String, String> theirs) {
        List<Object> fields = new ArrayList<>();
        own.forEach((name, value) -> fields.addAll(List.of(name, value)));
        ObjectNode answer = JSON.createObjectNode().put("id", "c1");
        theirs.forEach(answer::put);
        return Matcher.match(
                Fixtures.crmRecord("Account", fields.toArray()),
                ACCOUNT,
                Candidate.companies(List.of(Fixtures.company(answer.toString())), rung));
    }

    private static Map<String, String> ada() {
        return Map.of("first", "Ada", "last", "Example");
    }

    /** Given and family names as a form has them: parted by a slash, or else before and behind the last space. */
    private static Map<String, String> named(String name) {
        String[] parts = name.contains(" / ") ? name.split(" / ", 2) : name.split(" (?=[^ ]+$)", 2);
        boolean isInOneField =
                parts.length < 2 || name.contains(",") || name.contains("(") || name.matches(".*(?:PhD|MD|II|Jr\\.).*");
        return isInOneField ? Map.of("full", name) : Map.of("first", parts[0], "last", parts[1]);
    }

    /** LeadIQ always has the name as a whole as well. */
    private static Map<String, String> full(String name) {
        Map<String, String> parts = named(name);
        return parts.containsKey("full") ? Map.of("full", name) : with(parts, "full", name);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (String value : text.split(";")) {
            String[] parts = value.strip().split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    private static Map<String, String> with(Map<String, String> map, String... more) {
        Map<String, String> all = new HashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        String section = "";
        try (InputStream in = PairsTest.class.getResourceAsStream("pairs.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] sides = line.split(" \\| ", 2);
                    boolean mustMatch = section.startsWith("same");
                    pairs.add(new Pair(section, mustMatch, sides[0], sides[1]));
                }
            }
        }
        return pairs;
    }
}
