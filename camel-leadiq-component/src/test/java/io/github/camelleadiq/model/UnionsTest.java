/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnionsTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void typenameChoosesTheTypeWhereverItStands() throws JsonProcessingException {
        ContactInfo info = read(
                """
                {"email":{"__typename":"EmailValue","email":"ada@example.com","status":"Verified","newer":1},
                 "workPhones":{"reason":"SuppressedByAdminPrivacy","nested":{"__typename":"WorkPhonesValue"},
                               "__typename":"WorkPhonesSuppressed"},
                 "personalPhones":null}
                """,
                ContactInfo.class);

        assertThat(info.email()).isEqualTo(new EmailValue("ada@example.com", "Verified"));
        assertThat(info.workPhones())
                .isEqualTo(new WorkPhonesSuppressed(PhoneSuppressionReason.SUPPRESSED_BY_ADMIN_PRIVACY));
        assertThat(info.personalPhones()).isNull();
    }

    @Test
    void unknownTypeSurvivesAndIsWrittenAsItCame() throws JsonProcessingException {
        String json = "{\"__typename\":\"EmailHashed\",\"hash\":\"ab\",\"price\":0.10000000000000000001,\"old\":null}";

        Email email = read(json, Email.class);

        assertThat(email.typename()).isEqualTo("EmailHashed");
        assertThat(((UnknownEmail) email).fields())
                .containsEntry("hash", "ab")
                .containsEntry("price", new BigDecimal("0.10000000000000000001"))
                .containsEntry("old", null)
                .doesNotContainKey("__typename");
        assertThat(mapper.writeValueAsString(email)).isEqualTo(json);
    }

    @Test
    void valueWithoutTypenameKeepsItsFields() throws JsonProcessingException {
        String json = "{\"token\":\"example\"}";

        WorkatoTokenResponse response = read(json, WorkatoTokenResponse.class);

        assertThat(response).isEqualTo(new UnknownWorkatoTokenResponse(null, Map.of("token", "example")));
        assertThat(mapper.writeValueAsString(response)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"__typename\":null}", "{\"__typename\":7}"})
    void valueWithoutAnyTypenameOrFieldSurvives(String json) throws JsonProcessingException {
        assertThat(read(json, Email.class)).isEqualTo(new UnknownEmail(null, Map.of()));
    }

    @Test
    void plansAreReadByTypenameInTheListAndWithoutItInAField() throws JsonProcessingException {
        Account account = read(
                """
                {"plans":[{"__typename":"ApiPlan","name":"API","nextBillingPeriod":1772273730123},
                          {"__typename":"ContactTrackingPlan","name":"Tracking","product":"ContactTracking",
                           "status":"Dormant","nextBillingPeriod":"2026-03-01T00:00:00Z"},
                          {"name":"Nameless"}],
                 "universalPlan":{"name":"Universal","status":"Active","available":3}}
                """,
                Account.class);

        assertThat(account.plans()).extracting(Plan::name).containsExactly("API", "Tracking", "Nameless");
        assertThat(account.plans()).hasExactlyElementsOfTypes(ApiPlan.class, UnknownPlan.class, UnknownPlan.class);
        Plan unknown = account.plans().get(1);
        assertThat(unknown.product()).isSameAs(ProductName.CONTACT_TRACKING);
        assertThat(unknown.status().value()).isEqualTo("Dormant");
        assertThat(unknown.nextBillingPeriod()).isEqualTo(ZonedDateTime.parse("2026-03-01T00:00:00Z"));
        assertThat(account.plans().get(2).nextBillingPeriod()).isNull();
        assertThat(account.universalPlan().available()).isEqualTo(3);
        assertThat(account.universalPlan().status()).isSameAs(PlanStatus.ACTIVE);
        assertThat(read(mapper.writeValueAsString(account), Account.class)).isEqualTo(account);
    }

    @Test
    void typenameIsWritten() {
        assertThat(mapper.valueToTree(new EmailValue("ada@example.com", null)).toString())
                .isEqualTo("{\"__typename\":\"EmailValue\",\"email\":\"ada@example.com\",\"status\":null}");
    }

    @Test
    void whatIsNoObjectFails() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read("{\"email\":\"ada@example.com\"}", ContactInfo.class))
                .withMessageContaining("Email")
                .withMessageNotContaining("ada");
    }

    private <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }
}
