/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.credit.BilledDataPoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditTest {
    private final SimulatorClock clock = new SimulatorClock();
    private final LeadIQSimulator simulator =
            LeadIQSimulator.builder().clock(clock).start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "name { fullName },                                                       0.1",
        "currentPositions { title companyInfo { id source name __typename } },    0.1",
        "currentPositions { emails { value } },                                   1",
        "currentPositions { workEmail { value } },                                1",
        "currentPositions { phones { value } },                                   10",
        "personalPhones { value },                                                10",
        "personalPhones { value } currentPositions { phones { value } },          10",
        "personalPhones { value } currentPositions { emails { value } },          11",
        "currentPositions { companyInfo { industry } },                           3",
        "currentPositions { emails { value } companyInfo { industry } },          4",
        "currentPositions { p: phones { value } e: emails { value } c: companyInfo { d: domain } }, 14",
        "...on PersonRecord { currentPositions { ... on PositionRecord { emails { value } } } },     1",
        "name { fullName } currentPositions @skip(if: true) { emails { value } },  0.1"
    })
    void whatIsSelectedIsWhatIsBilled(String selection, BigDecimal credits) {
        caller.data(LookupCall.people(selection), LookupCall.byName("Ada Lovelace", "acme.example"));
        assertThat(total()).isEqualByComparingTo(credits);
    }

    @ParameterizedTest
    @CsvSource({
        "Nobody Here,      0",
        "Nophone Smith,    1",
        "Noemail Smith,    10",
        "Optedout Smith,   0.1",
        "Suppressed Smith, 0.1",
        "Invalid Smith,    10",
        "Several Smith,    110"
    })
    void onlyWhatIsReallyThereIsBilled(String name, BigDecimal credits) {
        String contact = LookupCall.people("currentPositions { emails { value } phones { value } }");
        caller.data(contact, LookupCall.byName(name, "acme.example"));
        assertThat(total()).isEqualByComparingTo(credits);
    }

    @Test
    void whatWasUnlockedIsFreeForAYear() {
        String phone = LookupCall.people("personalPhones { value }");
        caller.data(LookupCall.EMAIL, LookupCall.byName("Ada Lovelace", "acme.example"));
        clock.advance(Duration.ofDays(364));
        caller.data(LookupCall.EMAIL, LookupCall.by("email", "ada.lovelace@acme.example"));
        assertThat(total()).isEqualByComparingTo("1");
        caller.data(phone, LookupCall.byName("Ada Lovelace", "acme.example"));
        assertThat(total()).isEqualByComparingTo("11");
        clock.advance(Duration.ofDays(1));
        caller.data(LookupCall.EMAIL, LookupCall.byName("Ada Lovelace", "acme.example"));
        assertThat(total()).isEqualByComparingTo("12");
        assertThat(simulator.meter().byDataPoint(LeadIQSimulator.DEMO_KEY))
                .containsOnlyKeys(BilledDataPoint.EMAIL, BilledDataPoint.PHONE)
                .containsEntry(BilledDataPoint.EMAIL, new BigDecimal("2"));
        assertThat(simulator.meter().charges().get(0))
                .satisfies(c -> assertThat(c.operation()).isEqualTo("searchPeople"))
                .satisfies(c -> assertThat(c.recordId()).isEqualTo("p-ada-lovelace-at-acme-dot-example"));
    }

    @ParameterizedTest
    @CsvSource({
        "Veteran Smith,     pastPositions { title companyInfo { id name } },     0.1",
        "Newcomer Smith,    pastPositions { companyInfo { industry } },          0.1",
        "Veteran Smith,     pastPositions { companyInfo { industry } },          15",
        "Veteran Smith,     ...on PersonRecord { p: pastPositions { companyInfo { domain } } }, 15",
        "Moonlighter Smith, currentPositions { companyInfo { industry } },       6"
    })
    void eachEmployerIsBilledWhoseFirmographicsAreSelected(String name, String selection, BigDecimal credits) {
        caller.data(LookupCall.people(selection), LookupCall.byName(name, "acme.example"));
        assertThat(total()).isEqualByComparingTo(credits);
    }

    @Test
    void aCompanyIsBilledOnceHoweverManyOfItsPeopleAreFound() {
        String company = LookupCall.people("currentPositions { companyInfo { industry } }");
        caller.data(company, LookupCall.byName("Ada Lovelace", "acme.example"));
        caller.data(company, LookupCall.byName("Bob Builder", "acme.example"));
        assertThat(total()).isEqualByComparingTo("3.1");
    }

    @Test
    void companiesAndAdvancedSearchesAreBilledByTheSameRules() {
        String companies = "query($i: SearchCompanyInput!) { searchCompany(input: $i) { results { %s } } }";
        caller.data(companies.formatted("id source name"), LookupCall.by("domain", "acme.example"));
        assertThat(total()).isEqualByComparingTo("0");
        caller.data(companies.formatted("id industry"), LookupCall.by("domain", "acme.example"));
        assertThat(total()).isEqualByComparingTo("3");
        caller.data("{ flatAdvancedSearch(input: {limit: 4}) { people { name workEmails } } }");
        assertThat(total()).isEqualByComparingTo("7");
        caller.data("{ flatAdvancedSearch(input: {limit: 5}) { totalPeople people { name } } }");
        assertThat(total()).isEqualByComparingTo("7.1");
        caller.data("{ groupedAdvancedSearch(input: {skip: 5, limit: 2, limitPerCompany: 1})"
                + " { companies { company { id name } people { workPhones } } } }");
        assertThat(total()).isEqualByComparingTo("27.1");
        caller.data(
                "{ matchProfile(input: {email: \"ada.lovelace@acme.example\"}) { people { person { workEmails } } } }");
        assertThat(total()).isEqualByComparingTo("28.1");
    }

    @Test
    void theAccountShowsWhatIsSpentAndItsPrices() {
        caller.data(LookupCall.FULL, LookupCall.byName("Ada Lovelace", "acme.example"));
        var plan = caller.data(
                "{ account { universalPlan { used available costs { costs { dataPoint costInDecimals } } } }"
                        + " usage { universalUsage { units cap } planUsage { name units } } }");
        assertThat(plan.at("/account/universalPlan/used").asInt()).isEqualTo(14);
        assertThat(plan.at("/account/universalPlan/costs/0/costs/0").toString())
                .isEqualTo("{\"dataPoint\":\"Profile\",\"costInDecimals\":0.1}");
        assertThat(plan.at("/usage/universalUsage/0/units").asInt()).isEqualTo(14);
        assertThat(plan.at("/usage/planUsage/2/units").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasNulledByAFailingSiblingCostsNothing() {
        Map<String, Object> both = new HashMap<>();
        both.put("a", Map.of("email", "ada.lovelace@acme.example"));
        both.put("b", Map.of("email", "poison@acme.example"));
        String document = "query($a: SearchPeopleInput!, $b: SearchPeopleInput!) {"
                + " a: searchPeople(input: $a) { results { currentPositions { emails { value } } } }"
                + " b: searchPeople(input: $b) { totalResults } }";
        assertThat(caller.ask(document, both).get("data").isNull()).isTrue();
        assertThat(total()).isEqualByComparingTo("0");
    }

    private BigDecimal total() {
        return simulator.meter().total(LeadIQSimulator.DEMO_KEY);
    }
}
