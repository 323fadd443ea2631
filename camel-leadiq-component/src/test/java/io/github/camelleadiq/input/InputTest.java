/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.input;

import static io.github.camelleadiq.input.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.VariableDefinition;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import io.github.camelleadiq.model.CompanyDetails;
import io.github.camelleadiq.model.SearchPeopleInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users put into bodies, headers and options arrives at the server as variables. */
class InputTest extends RecordedTest {

    private static final String PERSON = "{\"firstName\":\"Ada\",\"company\":{\"domain\":\"example.com\"}}";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Object> bodies() {
        return Stream.of(
                SearchPeopleInput.builder()
                        .firstName("Ada")
                        .company(CompanyDetails.builder().domain("example.com").build())
                        .build(),
                Map.of("firstName", "Ada", "company", Map.of("domain", "example.com")),
                Map.of(
                        "firstName",
                        "Ada",
                        "company",
                        CompanyDetails.builder().domain("example.com").build()),
                json(PERSON),
                PERSON,
                "\uFEFF" + PERSON,
                new StringBuilder(PERSON),
                utf8(PERSON),
                utf8("\uFEFF" + PERSON),
                new ByteArrayInputStream(utf8(PERSON)),
                new InputStreamCache(utf8(PERSON)),
                new ReaderCache(PERSON),
                new StringReader(PERSON),
                Map.of("input", Map.of("firstName", "Ada", "company", Map.of("domain", "example.com"))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyOfAnyKindIsTheInput(Object body) {
        assertThat(sentInput("leadiq:searchPeople", body)).isEqualTo(json(PERSON));
    }

    @Test
    void textIsReadAsItIsWhateverTheCharsetOfTheExchange() {
        String name = "Zoë Łukasz 李 😀 מרים";
        assertThat(sent(
                                "leadiq:searchPeople",
                                "{\"fullName\":\"" + name + "\"}",
                                Map.of(Exchange.CHARSET_NAME, "ISO-8859-1", Exchange.CONTENT_TYPE, "text/plain"))
                        .at("/input/fullName")
                        .textValue())
                .isEqualTo(name);
    }

    @Test
    void aLoneSurrogateIsText() {
        assertThat(sentInput("leadiq:searchPeople", Map.of("fullName", "A\uD83D"))
                        .get("fullName"))
                .isNotNull();
    }

    @Test
    void anEmptyBodyLeavesTheOptions() {
        for (Object nothing : new Object[] {null, "", "  \n", new byte[0], "null"}) {
            assertThat(sentInput("leadiq:searchPeople?input.firstName=Ada", nothing))
                    .isEqualTo(json("{'firstName':'Ada'}"));
        }
    }

    @Test
    void theHeaderWinsOverTheBodyWhichWinsOverTheOptions() {
        JsonNode input = sent(
                        "leadiq:searchPeople?input.firstName=option&input.lastName=option&input.company.name=option"
                                + "&input.company.domain=option&input.limit=3",
                        "{\"lastName\":\"body\",\"company\":{\"domain\":\"body\",\"strict\":true}}",
                        Map.of(LeadIQConstants.INPUT, Map.of("company", Map.of("domain", "header"))))
                .get("input");

        assertThat(input)
                .isEqualTo(json("{'limit':3,'firstName':'option','lastName':'body',"
                        + "'company':{'name':'option','domain':'header','strict':true}}"));
    }

    @Test
    void aNullTakesAnOptionBack() {
        assertThat(sentInput(
                        "leadiq:searchPeople?input.firstName=option&input.lastName=option", "{\"firstName\":null}"))
                .isEqualTo(json("{'lastName':'option'}"));
    }

    @Test
    void blankTextIsNotSearchedByNorChosen() {
        assertThat(sentInput(
                        "leadiq:searchPeople",
                        "{\"firstName\":\"Ada\",\"lastName\":\" \",\"company\":{\"name\":\"\"}}"))
                .isEqualTo(json("{'firstName':'Ada','company':{}}"));
        assertThat(sentInput("leadiq:regenerate", "{\"personId\":\" \",\"linkedinUrl\":\"linkedin.example.com/ada\"}"))
                .isEqualTo(json("{'linkedinUrl':'linkedin.example.com/ada'}"));
    }

    @Test
    void optionsAreReadAsTheirTypesWant() {
        assertThat(sentInput(
                        "leadiq:searchPeople?input.limit=5&input.includeInvalid=true&input.firstName=007"
                                + "&input.workEmailStatusIn=Verified,Unverified",
                        null))
                .isEqualTo(json("{'limit':5,'firstName':'007','workEmailStatusIn':['Verified','Unverified'],"
                        + "'includeInvalid':true}"));
        assertThat(sentInput("leadiq:flatAdvancedSearch?input.companyFilter.locations.city=Berlin", null))
                .isEqualTo(json("{'companyFilter':{'locations':[{'city':'Berlin'}]}}"));
    }

    @Test
    void theCallersOwnTreeIsNotChanged() {
        ObjectNode body = (ObjectNode) json("{'input':{'firstName':'Ada'},'functionTrendsFrom':1}");
        JsonNode before = body.deepCopy();

        Exchange exchange = send(
                "leadiq:searchPeople?dataPoints=all",
                body,
                Map.of(LeadIQConstants.INPUT, Map.of("lastName", "Example")));

        assertThat(exchange.getException()).isNull();
        assertThat(body).isEqualTo(before);
    }

    static Stream<Arguments> everyArgument() {
        return Stream.of(LeadIQOperation.values())
                .flatMap(operation -> OperationDocument.of(operation).arguments().stream()
                        .map(VariableDefinition::getName)
                        .filter(name -> !name.equals("input"))
                        .map(name -> Arguments.of(operation, name)));
    }

    @ParameterizedTest
    @MethodSource("everyArgument")
    void everyArgumentIsReachable(LeadIQOperation operation, String argument) {
        String uri = "leadiq:" + operation.graphqlName() + "?dataPoints=all";
        JsonNode given = value(operation, argument);
        JsonNode value = argument.equals("productLines") ? json("[" + given + "]") : given;
        ObjectNode others = Samples.required(operation);
        others.remove(argument);
        ObjectNode all = others.deepCopy();
        all.set(argument, given);
        Map<String, Object> otherHeaders = new HashMap<>();
        otherHeaders.put(LeadIQConstants.ARGUMENTS, others.toString());

        assertThat(sent(uri, null, Map.of(LeadIQConstants.ARGUMENTS, all.toString()))
                        .get(argument))
                .as("header")
                .isEqualTo(value);
        assertThat(sent(uri + "&argument." + argument + "=" + given.asText(), null, otherHeaders)
                        .get(argument))
                .as("option")
                .isEqualTo(value);
        assertThat(sent(uri, all.toString()).get(argument)).as("body").isEqualTo(value);
        assertThat(sent(uri, utf8(all.toString())).get(argument)).as("bytes").isEqualTo(value);
        assertThat(sent(uri, new InputStreamCache(utf8(all.toString()))).get(argument))
                .as("stream cache")
                .isEqualTo(value);
        assertThat(sent(uri, new ObjectMapper().convertValue(all, Map.class)).get(argument))
                .as("map")
                .isEqualTo(value);
        if (List.of("id", "listId", "uniqueOnly", "first", "after", "limit", "cursor")
                .contains(argument)) {
            String header = "CamelLeadIQ" + Character.toUpperCase(argument.charAt(0)) + argument.substring(1);
            otherHeaders.put(header, given.asText());
            assertThat(sent(uri, null, otherHeaders).get(argument))
                    .as("own header")
                    .isEqualTo(value);
            assertThat(sent(
                                    uri + "&" + argument + "=" + given.asText(),
                                    null,
                                    Map.of(LeadIQConstants.ARGUMENTS, others.toString()))
                            .get(argument))
                    .as("own option")
                    .isEqualTo(value);
        }
    }

    private static JsonNode value(LeadIQOperation operation, String argument) {
        String type = SchemaModel.nameOf(
                OperationDocument.of(operation).argument(argument).orElseThrow().getType());
        return switch (type) {
            case "Int" -> json("7");
            case "Boolean" -> json("true");
            case "ZonedDateTime" -> json("'2026-01-02T03:04:05Z'");
            case "ICPProductLine" ->
                json("'" + Schemas.union().enumValues(type).orElseThrow().get(0) + "'");
            default -> json("'x7'");
        };
    }

    @Test
    void headersWinOverBodyWinsOverOptionsForArguments() {
        String uri = "leadiq:trackedCompanies?first=1&after=option";
        assertThat(sent(uri, null)).isEqualTo(json("{'first':1,'after':'option'}"));
        assertThat(sent(uri, "{\"first\":2}")).isEqualTo(json("{'first':2,'after':'option'}"));
        assertThat(sent(uri, "{\"first\":2}", Map.of(LeadIQConstants.FIRST, 3)))
                .isEqualTo(json("{'first':3,'after':'option'}"));
        assertThat(sent(uri, null, Map.of(LeadIQConstants.FIRST, "4", LeadIQConstants.ARGUMENTS, "{\"first\":5}")))
                .isEqualTo(json("{'first':4,'after':'option'}"));
    }

    @Test
    void aWholeArgumentsMapHasInputAndArguments() {
        assertThat(sent(
                        "leadiq:addProspectToList?input.firstName=Ada",
                        Map.of("listId", "l1", "input", Map.of("lastName", "Example"))))
                .isEqualTo(json("{'listId':'l1','input':{'firstName':'Ada','lastName':'Example'}}"));
        assertThat(sent(
                        "leadiq:addProspectToList?listId=l2",
                        "{\"firstName\":\"Ada\",\"lastName\":\"Example\"}",
                        Map.of(LeadIQConstants.LIST_ID, "l3")))
                .isEqualTo(json("{'listId':'l3','input':{'firstName':'Ada','lastName':'Example'}}"));
    }

    static Stream<Object> ids() {
        return Stream.of(
                "l1",
                " l1\n",
                "\"l1\"",
                utf8("l1"),
                new ByteArrayInputStream(utf8("l1")),
                new InputStreamCache(utf8("l1")),
                new ReaderCache("l1"),
                Map.of("id", "l1"),
                "{\"id\":\"l1\"}",
                utf8("{\"id\":\"l1\"}"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theBodyIsTheIdOfAnOperationThatTakesOne(Object body) {
        assertThat(sent("leadiq:list", body).get("id")).isEqualTo(json("'l1'"));
    }

    @Test
    void aNumberIsAnIdAsWell() {
        assertThat(sent("leadiq:list", 42L).get("id")).isEqualTo(json("'42'"));
    }

    @Test
    void aBodyFromAnotherStepDoesNotDisturbAnIdThatIsGiven() {
        Object other = SearchPeopleInput.builder().firstName("Ada").build();
        assertThat(sent("leadiq:list?id=l1", other)).isEqualTo(json("{'id':'l1'}"));
        assertThat(sent("leadiq:list", "some text", Map.of(LeadIQConstants.ID, "l2")))
                .isEqualTo(json("{'id':'l2'}"));
        assertThat(sent("leadiq:list?id=l1", Map.of("limit", 5))).isEqualTo(json("{'id':'l1','limit':5}"));
    }

    static Stream<Object> unrelated() {
        return Stream.of(
                "some text",
                List.of(1, 2),
                Map.of("some", "thing"),
                Map.of("some", new Object()),
                "{\"some\":\"thing\"}",
                new Object(),
                new ByteArrayInputStream(utf8("a,b,c")),
                new InputStreamCache(utf8("a,b,c")),
                utf8("\u0001\u0002"),
                SearchPeopleInput.builder().firstName("Ada").build(),
                42);
    }

    @ParameterizedTest
    @MethodSource("unrelated")
    void anUnrelatedBodyIsIgnoredWhereNothingIsNeeded(Object body) {
        assertThat(sent("leadiq:usage", body)).isEqualTo(json("{}"));
        assertThat(sent("leadiq:account", body)).isEqualTo(json("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "account", "removeAllTrackedCompanies"})
    void headersOfArgumentsThatTheOperationDoesNotHaveAreIgnored(String operation) {
        assertThat(sent(
                        "leadiq:" + operation,
                        null,
                        Map.of(
                                LeadIQConstants.FIRST,
                                "no number",
                                LeadIQConstants.ID,
                                "x",
                                LeadIQConstants.INPUT,
                                "no JSON")))
                .isEqualTo(json("{}"));
    }

    @Test
    void epochMillisecondsAndIsoTextAreMoments() {
        assertThat(sent("leadiq:usage?argument.from=0", null)).isEqualTo(json("{'from':'1970-01-01T00:00:00Z'}"));
        assertThat(sent("leadiq:usage", Map.of("from", "2026-01-02T03:04:05+01:00")))
                .isEqualTo(json("{'from':'2026-01-02T03:04:05+01:00'}"));
    }

    @Test
    void anyJsonIsCustomData() {
        String company = "{'name':'Example','domain':'example.com','customData':{'a':[1,2.50,null,{'b':true}]}}";
        assertThat(sentInput("leadiq:addTrackedCompanies", ("{'companies':[" + company + "]}").replace('\'', '"'))
                        .at("/companies/0/customData/a/1")
                        .toString())
                .isEqualTo("2.50");
    }
}
