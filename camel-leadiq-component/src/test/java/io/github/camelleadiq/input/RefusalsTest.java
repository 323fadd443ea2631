/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said before anything is sent: where and what, and never the value. */
class RefusalsTest extends RecordedTest {

    /** Stands in wrong inputs where a value is, and must not come back in a message. */
    private static final String SECRET = "Ada-Secret-555-0100";

    record Bean(String value) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            searchPeople | {'frstName':'S'} | input.frstName | did you mean firstName?
            searchPeople | {'company':{'domian':'S'}} | input.company.domian | did you mean domain?
            searchPeople | {'firstName':1} | input.firstName | is not a string
            searchPeople | {'firstName':['S']} | input.firstName | is not a string
            searchPeople | {'firstName':{'a':'S'}} | input.firstName | is not a string
            searchPeople | {'firstName':'S','limit':'S'} | input.limit | is not a whole number of 32 bits
            searchPeople | {'firstName':'S','limit':1.5} | input.limit | is not a whole number of 32 bits
            searchPeople | {'firstName':'S','limit':2147483648} | input.limit | is not a whole number of 32 bits
            searchPeople | {'firstName':'S','limit':1e999999} | input.limit | is not a whole number of 32 bits
            searchPeople | {'firstName':'S','includeInvalid':'S'} | input.includeInvalid | is not true or false
            searchPeople | {'firstName':'S','company':'S'} | input.company | is not an object with the members of CompanyDetails
            searchPeople | {'firstName':'S','company':['S']} | input.company | is not an object
            searchPeople | {'firstName':'S','workEmailStatusIn':['S']} | input.workEmailStatusIn[0] | is not a value of EmailVerificationStatusTypeInput; there are
            searchPeople | {'firstName':'S','workEmailStatusIn':['Verified','Unverifed']} | input.workEmailStatusIn[1] | did you mean Unverified?
            searchPeople | {'firstName':'S','workEmailStatusIn':['Verified',null]} | input.workEmailStatusIn[1] | is required
            flatAdvancedSearch | {'companyFilter':{'revenueRanges':[{'start':'S'}]}} | input.companyFilter.revenueRanges[0].start | is not a whole number of 64 bits
            flatAdvancedSearch | {'companyFilter':{'revenueRanges':[{'start':1e999999}]}} | input.companyFilter.revenueRanges[0].start | is not a whole number of 64 bits
            flatAdvancedSearch | {'companyFilter':{'names':['S',null]}} | input.companyFilter.names[1] | is required
            flatAdvancedSearch | {'jobChangeFilter':{}} | input.jobChangeFilter.jobChangeTypes | is required
            addTrackedCompanies | {'companies':[{'name':'S','domain':'S'},{'name':'S'}]} | input.companies[1].domain | is required
            addTrackedCompanies | {'companies':[null]} | input.companies[0] | is required
            addTrackedCompanies | {'companies':null} | input.companies | is required
            addTrackedCompanies | {'companies':[]} | input | companies is empty
            removeTrackedCompanies | {'ids':[true]} | input.ids[0] | is not a string or a whole number
            submitPersonFeedback | {'value':'S','lastSeen':'S'} | input.lastSeen | is not ISO-8601 text with an offset
            submitPersonFeedback | {'value':'S','lastSeen':true} | input.lastSeen | is not ISO-8601 text with an offset
            submitPersonFeedback | {} | input.value | is required
            matchProfile | {'email':' '} | input.email | is required
            regenerate | {} | input | none is given
            regenerate | {'personId':'S','linkedinUrl':'S'} | input | more than one is given
            regeneratedTime | {'personId':' '} | input | none is given
            regeneratedTime | {'personId':'S','linkedinUrl':'S'} | input | more than one is given
            searchPeople | {} | input | has nothing to search by
            searchPeople | {'limit':5,'skip':10} | input | has nothing to search by
            searchPeople | {'firstName':'','lastName':'  '} | input | has nothing to search by
            searchPeople | {'company':{'name':'','domain':' '}} | input | has nothing to search by
            searchPeople | {'company':{'strict':true}} | input | has nothing to search by
            searchCompany | {'strict':true} | input | has nothing to search by
            flatAdvancedSearch | {'companyFilter':{'names':[' ']}} | input | has nothing to search by
            groupedAdvancedSearch | {'companyFilter':{},'limit':5} | input | has nothing to search by
            trackContacts | {'importId':'S','contacts':[]} | input | contacts is empty
            """)
    void wrongInput(String operation, String body, String path, String problem) {
        String json = body.replace("'S'", "'" + SECRET + "'").replace('\'', '"');

        LeadIQInvalidRequestException failure =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> refused("leadiq:" + operation, json));

        assertThat(failure.getPath()).isEqualTo(path);
        assertThat(failure).hasMessageContaining(operation).hasMessageContaining(problem);
        assertThat(failure.getMessage()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"firstName\":\"" + SECRET,
                "{\"firstName\":\"" + SECRET + "\"",
                "{\"firstName\":\"" + SECRET + "\",}",
                "{\"firstName\":\"" + SECRET + "\"} trailing",
                "{\"firstName\":\"" + SECRET + "\"}{}",
                "{\"firstName\":\"a\",\"firstName\":\"" + SECRET + "\"}",
                "{\"firstName\":NaN}",
                "{firstName:\"" + SECRET + "\"}",
                SECRET,
                "<person>" + SECRET + "</person>"
            })
    void malformedJson(String body) {
        LeadIQInvalidRequestException failure = refused("leadiq:searchPeople", body);

        assertThat(failure.getPath()).isEqualTo("body");
        assertThat(failure).hasMessageContaining("is not JSON: malformed at line 1, column ");
        assertThat(failure.getMessage()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"firstName\":\"Ada\"}]", "\"Ada\"", "5", "true"})
    void jsonOfAnotherShape(String body) {
        assertThat(refused("leadiq:searchPeople", body))
                .hasMessageContaining("body is not an object with the members of the operation's input");
    }

    static Stream<Object> wrongTypes() {
        return Stream.of(
                new Date(),
                LocalDate.now(),
                new Bean(SECRET),
                Optional.of(Map.of("firstName", SECRET)),
                new int[] {5},
                42,
                true);
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void bodiesOfWrongTypes(Object body) {
        LeadIQInvalidRequestException failure = refused("leadiq:searchPeople", body);

        assertThat(failure.getPath()).isEqualTo("body");
        assertThat(failure.getMessage()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void valuesOfWrongTypes(Object value) {
        assertThat(refused("leadiq:searchPeople", Map.of("firstName", value)).getMessage())
                .doesNotContain(SECRET);
    }

    @Test
    void numbersThatJsonDoesNotHave() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Map<String, Object> company =
                    Map.of("name", "Example", "domain", "example.com", "customData", Map.of("a", List.of(number)));
            assertThat(refused("leadiq:addTrackedCompanies", Map.of("companies", List.of(company)))
                            .getPath())
                    .isEqualTo("input.companies[0].customData");
            assertThat(refused("leadiq:searchPeople", Map.of("firstName", "Ada", "limit", number))
                            .getPath())
                    .isEqualTo("input.limit");
        }
    }

    @Test
    void whatIsTooMuch() {
        assertThat(refused("leadiq:searchPeople", "{\"firstName\":\"" + "a".repeat(6_000_000) + "\"}"))
                .hasMessageContaining("body is larger than");
        assertThat(refused("leadiq:searchPeople", ("{\"firstName\":\"" + "a".repeat(6_000_000) + "\"}").getBytes()))
                .hasMessageContaining("body is larger than");
        assertThat(refused("leadiq:searchPeople", Map.of("fullName", "a".repeat(20_000))))
                .hasMessageContaining("input.fullName is longer than 10000 characters");
        assertThat(refused("leadiq:searchPeople", Map.of("x".repeat(20_000), "a"))
                        .getMessage())
                .hasSizeLessThan(2_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> refused("leadiq:searchPeople", Map.of("firstName", "Ada", "limit", BigInteger.TEN.pow(200_000))));
    }

    @Test
    void whatIsTooDeep() {
        String deep = "{\"company\":".repeat(10_000) + "1" + "}".repeat(10_000);
        Map<String, Object> map = new HashMap<>();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 10_000; i++) {
            map = new HashMap<>(Map.of("company", map));
            tree = JsonNodeFactory.instance.objectNode().set("company", tree);
        }
        Map<String, Object> itself = new HashMap<>();
        itself.put("company", itself);

        for (Object body : Arrays.asList(deep, map, tree, itself)) {
            assertThat(refused("leadiq:searchPeople", body).getPath()).isEqualTo("body");
        }
    }

    @Test
    void wrongHeaders() {
        assertThat(refused("leadiq:searchPeople", null, Map.of(LeadIQConstants.INPUT, "{"))
                        .getPath())
                .isEqualTo("header CamelLeadIQInput");
        assertThat(refused("leadiq:searchPeople", null, Map.of(LeadIQConstants.INPUT, List.of()))
                        .getPath())
                .isEqualTo("header CamelLeadIQInput");
        assertThat(refused("leadiq:usage", null, Map.of(LeadIQConstants.ARGUMENTS, List.of(1)))
                        .getPath())
                .isEqualTo("header CamelLeadIQArguments");
        assertThat(refused("leadiq:usage", null, Map.of(LeadIQConstants.ARGUMENTS, Map.of("form", 1))))
                .hasMessageContaining("form is not an argument of this operation; did you mean from?");
        assertThat(refused("leadiq:trackedCompanies", null, Map.of(LeadIQConstants.FIRST, SECRET)))
                .hasMessageContaining("header CamelLeadIQFirst is not a whole number of 32 bits")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SECRET));
        assertThat(refused("leadiq:usage", null, Map.of(LeadIQConstants.DATA_POINTS, "emial")))
                .hasMessageContaining("dataPoints 'emial' is not a data point; there are profile, email, phone");
        assertThat(refused("leadiq:usage", null, Map.of(LeadIQConstants.FIELDS, "planUsage {")))
                .hasMessageContaining("fields is not a GraphQL selection");
    }

    @Test
    void missingArguments() {
        assertThat(refused("leadiq:list", null)).hasMessageContaining("id is required");
        assertThat(refused("leadiq:list", " ")).hasMessageContaining("id is required");
        assertThat(refused("leadiq:searchPeople", null)).hasMessageContaining("input is required");
        assertThat(refused("leadiq:addProspectToList", Map.of("firstName", "Ada", "lastName", "Example")))
                .hasMessageContaining("listId is required");
        assertThat(refused("leadiq:addProspectToList", Map.of("input", Map.of(), "listID", "l1")))
                .hasMessageContaining("did you mean listId?");
        assertThat(refused(
                        "leadiq:addProspectToList?listId=l1",
                        Map.of("input", "text"),
                        Map.of(LeadIQConstants.INPUT, Map.of("firstName", "Ada", "lastName", "Example"))))
                .hasMessageContaining("input is not an object");
        assertThat(refused("leadiq:list", "{\"id\":\"l1\",")).hasMessageContaining("body is not JSON");
    }

    @Test
    void valuesAreNotInTheCausesEither() {
        Throwable failure = refused("leadiq:searchPeople", "{\"firstName\":\"" + SECRET + "\"} x");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause)).doesNotContain(SECRET);
        }
    }
}
