/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    private final Caller caller = new Caller(LEADIQ.simulator());

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace,acme.com",
        "José Ángel O'Neill,globex.example",
        "李 雷,initech.example",
        "Cher,hooli.example"
    })
    void thePersonIsFoundUnderEachIdentifier(String name, String domain) throws Exception {
        JsonNode byName = LookupCall.first(caller.data(LookupCall.FULL, LookupCall.byName(name, domain)));
        assertThat(byName.at("/name/fullName").asText()).isEqualTo(name);
        String id = byName.get("id").asText();
        String email = byName.at("/currentPositions/0/emails/0/value").asText();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
        for (Map<String, Object> input : List.of(
                LookupCall.by("id", id),
                LookupCall.by("email", email),
                LookupCall.by("hashedEmail", HexFormat.of().formatHex(digest)),
                LookupCall.by("linkedinUrl", byName.at("/linkedin/linkedinUrl").asText()))) {
            JsonNode again = LookupCall.first(caller.data(LookupCall.FULL, input));
            assertThat(again.get("id").asText()).as(input.toString()).isEqualTo(id);
            assertThat(again.get("personalPhones")).isEqualTo(byName.get("personalPhones"));
        }
        assertThat(byName.at("/currentPositions/0/companyInfo/domain").asText()).isEqualTo(domain);
        assertThat(email).endsWith("@" + domain);
        assertThat(byName.at("/personalPhones/0/value").asText()).startsWith("+1 206 555 01");
    }

    @Test
    void peopleHaveNoneToFivePastEmployersAllDifferent() {
        String past = LookupCall.people("pastPositions { companyInfo { id } }");
        Set<Integer> counts = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            JsonNode positions = LookupCall.first(
                            caller.data(past, LookupCall.byName("Ada Number" + i, "acme.example")))
                    .get("pastPositions");
            assertThat(positions.findValuesAsText("id")).doesNotHaveDuplicates().doesNotContain("c-acme-dot-example");
            counts.add(positions.size());
        }
        assertThat(counts).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aPlainLinkedinAddressIsEnough() {
        JsonNode found = LookupCall.first(caller.data(
                LookupCall.FULL, LookupCall.by("linkedinUrl", "https://www.linkedin.com/in/ada-lovelace/?x=1")));
        assertThat(found.at("/linkedin/linkedinUrl").asText()).isEqualTo("https://www.linkedin.com/in/ada-lovelace");
        assertThat(found.at("/name/fullName").asText()).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @CsvSource({"Nobody Known,acme.example", "Ada Lovelace,unknown.example"})
    void somePeopleAreUnknown(String name, String domain) {
        JsonNode data = caller.data(LookupCall.EMAIL, LookupCall.byName(name, domain));
        assertThat(data.at("/searchPeople/totalResults").asInt()).isZero();
        assertThat(data.at("/searchPeople/results")).isEmpty();
    }

    @Test
    void severalCandidatesComeInPages() {
        Set<String> ids = new LinkedHashSet<>();
        for (int skip = 0; skip < 25; skip += 10) {
            JsonNode page = caller.data(
                            LookupCall.EMAIL,
                            Map.of("i", Map.of("fullName", "Several Smith", "skip", skip, "limit", 10)))
                    .get("searchPeople");
            assertThat(page.get("totalResults").asInt()).isEqualTo(25);
            assertThat(page.get("hasMore").asBoolean()).isEqualTo(skip < 20);
            page.get("results").forEach(p -> ids.add(p.get("id").asText()));
        }
        assertThat(ids).hasSize(25);
        String one = ids.iterator().next();
        assertThat(caller.data(LookupCall.EMAIL, LookupCall.by("id", one))
                        .at("/searchPeople/totalResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void optOutsShowAsAbsentOrSuppressed() {
        JsonNode absent =
                LookupCall.first(caller.data(LookupCall.FULL, LookupCall.byName("Optedout Smith", "acme.example")));
        assertThat(absent.at("/currentPositions/0/emails")).isEmpty();
        assertThat(absent.get("personalPhones")).isEmpty();
        JsonNode closed =
                LookupCall.first(caller.data(LookupCall.FULL, LookupCall.byName("Suppressed Smith", "acme.example")));
        assertThat(closed.at("/currentPositions/0/emails/0/status").asText()).isEqualTo("Suppressed");
        assertThat(closed.at("/personalPhones/0/status").asText()).isEqualTo("Suppressed");
    }

    @Test
    void theDocumentedSchemaCannotSaySuppressedOfAnEmail() {
        try (LeadIQSimulator documented =
                LeadIQSimulator.builder().dialect(Dialect.DOCUMENTED).start()) {
            JsonNode person = LookupCall.first(new Caller(documented)
                    .data(
                            LookupCall.people("_id currentPositions { emails { status } phones { status } }"),
                            LookupCall.byName("Suppressed Smith", "acme.example")));
            assertThat(person.at("/currentPositions/0/emails")).isEmpty();
            assertThat(person.at("/currentPositions/0/phones/0/status").asText())
                    .isEqualTo("Suppressed");
        }
    }

    @Test
    void filtersNarrowWhatIsFound() {
        assertThat(total(Map.of("fullName", "Ada Lovelace", "minConfidence", 50)))
                .isZero();
        assertThat(total(Map.of("email", "ada.lovelace@acme.example", "minConfidence", 50)))
                .isEqualTo(1);
        assertThat(total(Map.of("fullName", "Unverified Lovelace", "workEmailStatusIn", List.of("Verified"))))
                .isZero();
        assertThat(total(Map.of("fullName", "Nophone Lovelace", "profileFilter", List.of("HasWorkPhone"))))
                .isZero();
        assertThat(total(Map.of("fullName", "Optedout Lovelace", "containsWorkContactInfo", true)))
                .isZero();
        String invalid = "/searchPeople/results/0/currentPositions/0/emails";
        assertThat(caller.data(LookupCall.EMAIL, Map.of("i", Map.of("fullName", "Invalid Lovelace")))
                        .at(invalid))
                .isEmpty();
        assertThat(caller.data(
                                LookupCall.EMAIL,
                                Map.of("i", Map.of("fullName", "Invalid Lovelace", "includeInvalid", true)))
                        .at(invalid))
                .hasSize(1);
    }

    @Test
    void nothingToSearchByIsARefusal() {
        assertThat(Caller.status(caller.ask(LookupCall.EMAIL, LookupCall.by("limit", 1))))
                .isEqualTo(400);
    }

    @Test
    void thePreviewTellsWhatThereIs() {
        String preview =
                "query($i: SearchPeoplePreviewInput!) { searchPeoplePreview(input: $i) { personId hasEmail hasPhone } }";
        assertThat(caller.data(preview, LookupCall.by("email", "nophone.smith@acme.example"))
                        .toString())
                .contains("\"hasEmail\":true,\"hasPhone\":false");
        assertThat(caller.data(preview, LookupCall.by("email", "nobody@acme.example"))
                        .toString())
                .contains("\"personId\":null");
    }

    @Test
    void aCompanyIsFoundUnderEachIdentifier() {
        String document = "query($i: SearchCompanyInput!) { searchCompany(input: $i)"
                + " { totalResults results { id name domain linkedinUrl linkedinId } } }";
        for (String domain : List.of("acme-corp.example", "acme.com", "shop.acme.co.uk")) {
            JsonNode company = caller.data(document, LookupCall.by("domain", "https://www." + domain + "/about"))
                    .at("/searchCompany/results/0");
            assertThat(company.get("domain").asText()).isEqualTo(domain);
            for (String field : List.of("id", "name", "linkedinUrl", "linkedinId")) {
                assertThat(caller.data(
                                        document,
                                        LookupCall.by(field, company.get(field).asText()))
                                .at("/searchCompany/results/0"))
                        .as(field)
                        .isEqualTo(company);
            }
        }
        assertThat(caller.data(document, LookupCall.by("name", "Nobody Ltd"))
                        .at("/searchCompany/totalResults")
                        .asInt())
                .isZero();
        assertThat(caller.data(document, LookupCall.by("name", "Several Ltd"))
                        .at("/searchCompany/totalResults")
                        .asInt())
                .isEqualTo(25);
    }

    @Test
    void poisonSpoilsTheWholeAnswerUnlessRootsAreNullable() {
        String document = "{ good: searchPeople(input: {email: \"ada@acme.example\"}) { totalResults }"
                + " bad: searchPeople(input: {email: \"poison@acme.example\"}) { totalResults } }";
        JsonNode spec = caller.ask(document);
        assertThat(spec.get("data").isNull()).isTrue();
        assertThat(spec.at("/errors/0/path/0").asText()).isEqualTo("bad");
        try (LeadIQSimulator lenient =
                LeadIQSimulator.builder().nullableRoots(true).start()) {
            JsonNode answer = new Caller(lenient).ask(document);
            assertThat(answer.at("/data/good/totalResults").asInt()).isEqualTo(1);
            assertThat(answer.at("/data/bad").isNull()).isTrue();
            assertThat(answer.get("errors")).hasSize(1);
        }
    }

    private int total(Map<String, Object> input) {
        return caller.data(LookupCall.people("id"), Map.of("i", input))
                .at("/searchPeople/totalResults")
                .asInt();
    }
}
