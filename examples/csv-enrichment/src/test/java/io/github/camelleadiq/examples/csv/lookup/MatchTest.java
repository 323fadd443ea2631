/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    @ParameterizedTest
    @CsvSource({
        "VerifiedLikely, Verified, personal@home.example.com, Verified",
        "Verified, Verified, work@acme.example, Verified",
        "Unverified, VerifiedLikely, personal@home.example.com, VerifiedLikely",
        "Invalid, Unverified, personal@home.example.com, Unverified",
        "Verified, Suppressed, work@acme.example, Verified"
    })
    void picksTheMostTrustedEmailAndTheOneAtWorkOfEquals(String work, String personal, String email, String status)
            throws JsonProcessingException {
        Match match = Match.of(withEmails(work, personal), 1);

        assertThat(match.email()).isEqualTo(new Contact(email, status));
    }

    @ParameterizedTest
    @CsvSource({"Invalid, Suppressed", "Suppressed, Suppressed", "BrandNewStatus, Invalid"})
    void picksNoEmailThatMayNotBeWrittenTo(String work, String personal) throws JsonProcessingException {
        assertThat(Match.of(withEmails(work, personal), 1).email()).isNull();
    }

    @Test
    void picksAPhoneThatReachesThePerson() throws JsonProcessingException {
        PersonRecord person = person(
                """
                {"id": "p1", "currentPositions": [{"phones": [
                    {"type": "WorkHQ", "status": "Verified", "value": "+1 555 0100"},
                    {"type": "WorkPhone", "status": "Suppressed", "value": "+1 555 0101"},
                    {"type": "WorkPhone", "status": "Unverified", "value": "+1 555 0102"}]}],
                 "personalPhones": [{"type": "PersonalMobile", "status": "Verified", "value": "+1 555 0103"}]}""");

        assertThat(Match.of(person, 1).phone()).isEqualTo(new Contact("+1 555 0103", "Verified"));
    }

    @Test
    void showsTheJobThatWasSearchedFor() throws JsonProcessingException {
        PersonRecord person = person(
                """
                {"id": "p1", "currentPositions": [
                    {"title": "Adviser", "matchedQuery": false},
                    {"title": "CEO", "matchedQuery": true}]}""");

        assertThat(Match.of(person, 1).ofPosition(PositionRecord::title)).isEqualTo("CEO");
    }

    @Test
    void survivesAPersonOfWhomNothingIsKnown() throws JsonProcessingException {
        Match match = Match.of(person("{\"id\": \"p1\"}"), 1);

        assertThat(match.ofPosition(PositionRecord::title)).isNull();
        assertThat(match.email()).isNull();
        assertThat(match.phone()).isNull();
    }

    private static PersonRecord withEmails(String work, String personal) throws JsonProcessingException {
        return person(
                """
                {"id": "p1",
                 "currentPositions": [{"emails": [{"value": "work@acme.example", "status": "%s"}]}],
                 "personalEmails": [{"value": "personal@home.example.com", "status": "%s"}]}"""
                        .formatted(work, personal));
    }

    private static PersonRecord person(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, PersonRecord.class);
    }
}
