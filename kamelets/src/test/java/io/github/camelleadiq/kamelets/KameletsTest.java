/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.SimulatedRequest;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Kamelets on camel-main, in YAML routes, as their users have them. */
class KameletsTest {

    private static final String ODD_KEY = "odd+key/with%2Bsigns&more=?==";
    private static final String ADA = "{\"email\": \"ada.example@example.com\"}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension(
            LeadIQSimulator.builder().key(LeadIQSimulator.DEMO_KEY).key(ODD_KEY));

    @RegisterExtension
    static final LeadIQSimulatorExtension DOCUMENTED =
            new LeadIQSimulatorExtension(LeadIQSimulator.builder().dialect(Dialect.DOCUMENTED));

    private static Main main;

    @BeforeAll
    static void start() {
        main = new Main();
        main.configure().withRoutesIncludePattern("classpath:kamelets.camel.yaml");
        for (String kamelet :
                new String[] {"leadiq-person-enrich-action", "leadiq-company-enrich-action", "leadiq-feedback-sink"}) {
            main.addInitialProperty(
                    "camel.kamelet." + kamelet + ".url",
                    LEADIQ.simulator().url().toString());
            main.addInitialProperty("camel.kamelet." + kamelet + ".apiKey", LeadIQSimulator.DEMO_KEY);
        }
        main.addInitialProperty("odd.key", ODD_KEY);
        main.addInitialProperty("camel.kamelet.leadiq-person-enrich-action.odd.apiKey", ODD_KEY);
        main.addInitialProperty("documented.url", DOCUMENTED.simulator().url().toString());
        main.start();
    }

    @AfterAll
    static void stop() {
        main.stop();
    }

    @Test
    void onePersonComesAsJsonWithConfidenceAndCost() throws Exception {
        Exchange answer = send("direct:person", ADA);

        JsonNode person = MAPPER.readTree(answer.getMessage().getBody(String.class));
        assertThat(person.at("/name/fullName").textValue()).isEqualTo("Ada Example");
        assertThat(person.at("/currentPositions/0/emails/0/value").textValue()).isEqualTo("ada.example@example.com");
        assertThat(answer.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(answer.getMessage().getHeaders())
                .containsEntry("CamelLeadIQMatch", "found")
                .containsEntry("CamelLeadIQConfidence", 95);
        assertThat(answer.getMessage().getHeader("CamelLeadIQCredits", BigDecimal.class))
                .isEqualByComparingTo(LEADIQ.simulator().meter().total(LeadIQSimulator.DEMO_KEY))
                .isEqualByComparingTo("1");
        assertThat(answer.getProperties()).doesNotContainKey("leadiqGiven");
    }

    @Test
    void whatAStreamBringsIsReadToo() throws Exception {
        Exchange answer = send("direct:person", new ByteArrayInputStream(ADA.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.getMessage().getHeaders()).containsEntry("CamelLeadIQMatch", "found");
    }

    @Test
    void dataPointsDecideWhatIsAskedFor() throws Exception {
        Exchange answer = send("direct:phone", ADA);

        JsonNode position =
                MAPPER.readTree(answer.getMessage().getBody(String.class)).at("/currentPositions/0");
        assertThat(position.at("/emails/0").isMissingNode()).isTrue();
        assertThat(position.at("/phones/0/value").isTextual()).isTrue();
    }

    @Test
    void severalPeopleFailAndNoMoreThanTwoArePaidFor() {
        Exchange answer = send("direct:person", "{\"email\": \"several.people@example.com\"}");

        assertThat(answer.getException())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("ambiguous")
                .hasMessageContaining("set noMatch to pass")
                .hasMessageNotContaining("several.people");
        assertThat(answer.getMessage().getHeader("CamelLeadIQCredits", BigDecimal.class))
                .isEqualByComparingTo(LEADIQ.simulator().meter().total(LeadIQSimulator.DEMO_KEY))
                .isLessThanOrEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void severalPeopleLetTheMessageThroughAsItWasIfAskedTo() {
        String given = "{\"email\": \"several.people@example.com\"}";

        Exchange answer = send("direct:personOrPass", given);

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody(String.class)).isEqualTo(given);
        assertThat(answer.getMessage().getHeaders()).containsEntry("CamelLeadIQMatch", "ambiguous");
    }

    @Test
    void aStreamGoesOnWholeToo() {
        String given = "{\"email\": \"several.people@example.com\"}";

        Exchange answer = send("direct:personOrPass", new ByteArrayInputStream(given.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.getMessage().getBody(String.class)).isEqualTo(given);
    }

    @Test
    void nothingFoundFailsOrGoesOn() {
        String given = "{\"email\": \"unknown@unknown.example\"}";

        assertThat(send("direct:person", given).getException())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("0 found (none)");
        Exchange answer = send("direct:personOrPass", given);
        assertThat(answer.getMessage().getBody(String.class)).isEqualTo(given);
        assertThat(answer.getMessage().getHeaders()).containsEntry("CamelLeadIQMatch", "none");
        assertThat(LEADIQ.simulator().meter().total(LeadIQSimulator.DEMO_KEY)).isZero();
    }

    @Test
    void aPersonThatLeadIQIsUnsureOfIsNotTaken() {
        String given = "{\"fullName\": \"Ada Example\"}";

        assertThat(send("direct:person", given).getException())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("confidence is '40', and minConfidence 80");
        assertThat(send("direct:anyPerson", given).getMessage().getHeaders())
                .containsEntry("CamelLeadIQMatch", "found")
                .containsEntry("CamelLeadIQConfidence", 40);
    }

    @Test
    void aServerThatSaysNoConfidenceIsTrustedOnlyIfAskedTo() {
        assertThat(send("direct:documentedPerson", ADA).getException())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("confidence is '', and minConfidence 80");
        Exchange answer = send("direct:anyDocumentedPerson", ADA);
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeaders())
                .containsEntry("CamelLeadIQMatch", "found")
                .containsEntry("CamelLeadIQConfidence", null);
    }

    @Test
    void aWrongInputIsToldBeforeAnythingIsSent() {
        Exchange answer = send("direct:person", "{\"mail\": \"ada.example@example.com\"}");

        assertThat(answer.getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("email");
        assertThat(lookups()).isZero();
    }

    @Test
    void aBudgetIsKept() {
        assertThat(send("direct:poorPerson", ADA).getException()).isInstanceOf(LeadIQCreditBudgetException.class);
        assertThat(lookups()).isZero();
    }

    @Test
    void aKeyMayHaveAnyCharacters() {
        assertThat(send("direct:oddKey", ADA).getException()).isNull();
        assertThat(send("direct:oddKeyFromProperties", ADA).getException()).isNull();
    }

    @Test
    void aWrongKeyIsToldWithoutTheKey() {
        assertThat(send("direct:wrongKey", ADA).getException())
                .isInstanceOf(LeadIQAuthenticationException.class)
                .hasMessageNotContaining("not-a-key-at-all");
    }

    @Test
    void oneCompanyComesAsJson() throws Exception {
        Exchange answer = send("direct:company", "{\"domain\": \"example.com\"}");

        JsonNode company = MAPPER.readTree(answer.getMessage().getBody(String.class));
        assertThat(company.at("/domain").textValue()).isEqualTo("example.com");
        assertThat(company.at("/industry").isTextual()).isTrue();
        assertThat(answer.getMessage().getHeaders()).containsEntry("CamelLeadIQMatch", "found");
        assertThat(answer.getMessage().getHeader("CamelLeadIQCredits", BigDecimal.class))
                .isEqualByComparingTo("3");
    }

    @Test
    void severalCompaniesOrNoneFailOrGoOn() {
        for (Map.Entry<String, String> match : Map.of("several.example", "ambiguous", "unknown.example", "none")
                .entrySet()) {
            String given = "{\"domain\": \"" + match.getKey() + "\"}";
            assertThat(send("direct:company", given).getException())
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining(match.getValue());
            Exchange answer = send("direct:companyOrPass", given);
            assertThat(answer.getMessage().getBody(String.class)).isEqualTo(given);
            assertThat(answer.getMessage().getHeaders()).containsEntry("CamelLeadIQMatch", match.getValue());
        }
    }

    @Test
    void feedbackSaysWhatTheMessageSaysAndElseWhatTheKameletSays() {
        Exchange answer = send(
                "direct:bounce", "{\"personId\": \"p1\", \"value\": \"ada@example.com\", \"type\": \"PersonalEmail\"}");

        assertThat(answer.getException()).isNull();
        SimulatedRequest sent = LEADIQ.simulator().requests().stream()
                .filter(request -> !request.introspection())
                .findFirst()
                .orElseThrow();
        assertThat(sent.variables().get("input"))
                .isEqualTo(Map.of(
                        "personId", "p1", "value", "ada@example.com", "type", "PersonalEmail", "status", "Invalid"));
    }

    private static long lookups() {
        return LEADIQ.simulator().requests().stream()
                .filter(request -> !request.introspection())
                .count();
    }

    private static Exchange send(String route, Object body) {
        return main.getCamelContext()
                .createFluentProducerTemplate()
                .to(route)
                .withBody(body)
                .send();
    }
}
