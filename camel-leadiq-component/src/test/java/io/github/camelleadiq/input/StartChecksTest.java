/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.client.LeadIQOperation;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in an endpoint is found when the context starts. */
class StartChecksTest extends RecordedTest {

    private static Throwable start(String uri) {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            });
            return catchThrowable(context::start);
        } catch (Exception e) {
            return e;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            leadiq:searchPeopl?apiKey=k | leadiq:searchPeopl is not an operation; did you mean searchPeople?
            leadiq:zzzzzzzzzzzz?apiKey=k | there are account, companyTrackingTask
            leadiq:searchPeople?apiKey=k&first=5 | first is not an argument of this operation; there are [input, functionTrendsFrom
            leadiq:companyTrackingTask?apiKey=k&uniqueOnly=maybe | Cannot convert the String value: maybe to type
            leadiq:trackedCompanies?apiKey=k&argument.first=five | first is not a whole number of 32 bits
            leadiq:trackedCompanies?apiKey=k&argument.frist=5 | frist is not an argument of this operation; there are [first, after]
            leadiq:searchPeople?apiKey=k&input.frstName=x | input.frstName is not a member of SearchPeopleInput; did you mean firstName?
            leadiq:searchPeople?apiKey=k&input..=x | is not a member of SearchPeopleInput
            leadiq:searchPeople?apiKey=k&input.firstName.x=x | input.firstName.x is not a member of String
            leadiq:searchPeople?apiKey=k&input.company=x | input.company has members: give one of those, such as input.company.companyId
            leadiq:searchPeople?apiKey=k&input.limit=many | input.limit is not a whole number of 32 bits
            leadiq:searchPeople?apiKey=k&input.includeInvalid=yes | input.includeInvalid is not true or false
            leadiq:searchPeople?apiKey=k&input.profileFilter=Nonsense | is not a value of ProfileFilterType; there are
            leadiq:usage?apiKey=k&input.x=y | input is not an argument of this operation
            leadiq:searchPeople?apiKey=k&dataPoints=emial | 'emial' is not a data point; there are profile, email, phone, company and all
            leadiq:searchPeople?apiKey=k&fields=results { | fields is not a GraphQL selection
            leadiq:searchPeople?apiKey=k&fields=results { a(from: $nobody) } | fields uses $nobody, which the operation does not have
            leadiq:searchPeople?apiKey=k&schemaCheck=live&fields=results { nmae { first } } | fields has nmae, which is not a field of PersonRecord; did you mean name?
            leadiq:searchPeople?apiKey=k&schemaCheck=live&fields=totalResults results | fields has SearchResult.results without saying which of its fields
            leadiq:regenerate?apiKey=k&fields=a | fields is of no use here
            leadiq:searchPeople?apiKey=k&httpHeader.Authorization=x | httpHeader.Authorization cannot be set
            leadiq:searchPeople?apiKey=k&nonsense=x | nonsense
            leadiq:graphql?apiKey=k | leadiq:graphql needs the option query
            leadiq:graphql?apiKey=k&query=query { | is not a GraphQL document
            leadiq:graphql?apiKey=k&query=query($a: Int) { usage }&argument.b=1 | b is not a variable of the document; there are [a]
            leadiq:graphql?apiKey=k&query=query($a: Int) { usage }&argument.a=one | a is not a whole number of 32 bits
            leadiq:graphql?apiKey=k&query=query A { a } query B { b } | needs exactly one operation
            """)
    void aSlipIsFound(String uri, String message) {
        Throwable failure = start(uri);

        assertThat(failure).isNotNull();
        assertThat(Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .map(Throwable::getMessage))
                .anySatisfy(text -> assertThat(text).contains(message));
    }

    @Test
    void aFieldThatOnlyTheServerMayKnowIsLeftToTheServersSchema() {
        assertThat(start("leadiq:searchPeople?apiKey=k&fields=results { brandNew }"))
                .isNull();
        assertThat(start("leadiq:searchPeople?apiKey=k&schemaCheck=off&fields=results { brandNew }"))
                .isNull();
    }

    static Stream<String> names() {
        return Arrays.stream(LeadIQOperation.values())
                .flatMap(operation -> Stream.of(
                        operation.graphqlName(),
                        operation.graphqlName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                        operation.name()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void operationsHaveThreeNames(String name) {
        LeadIQOperation operation = LeadIQOperation.find(name).orElseThrow();

        Exchange exchange = template.send("leadiq:" + name, message -> message.getMessage()
                .setHeader("CamelLeadIQArguments", Samples.required(operation).toString()));

        assertThat(exchange.getException()).isNull();
        assertThat(server.onlyRequest().get("query").textValue()).contains(operation.graphqlName());
        assertThat(exchange.getMessage().getHeader("CamelLeadIQOperation")).isEqualTo(operation.graphqlName());
    }

    @Test
    void theCatalogueHasTheOperations() throws Exception {
        try (InputStream catalogue = getClass().getResourceAsStream("/META-INF/io/github/camelleadiq/leadiq.json")) {
            JsonNode enums = new ObjectMapper().readTree(catalogue).at("/properties/operation/enum");
            List<String> names = StreamSupport.stream(enums.spliterator(), false)
                    .map(JsonNode::textValue)
                    .toList();

            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Arrays.stream(LeadIQOperation.values()).map(LeadIQOperation::graphqlName),
                                    Stream.of("graphql"))
                            .toList());
        }
    }

    @Test
    void theVariablesOfAnOwnDocumentHaveTheirTypes() {
        String uri =
                "leadiq:graphql?query=query($first: Int, $after: ID) { trackedCompanies(first: $first, after: $after)"
                        + " { pageInfo { total } } }&first=5&argument.after=7";

        assertThat(sent(uri, null)).isEqualTo(Samples.json("{'first':5,'after':'7'}"));
        assertThat(sent(uri, "{\"first\":6}", Map.of("CamelLeadIQArguments", "{\"after\":\"8\"}")))
                .isEqualTo(Samples.json("{'first':6,'after':'8'}"));
        assertThat(refused(uri, "{\"frist\":6}")).hasMessageContaining("frist is not a variable of the document");
        assertThat(sent("leadiq:graphql?query={ usage { subscription { status } } }", "unrelated"))
                .isEqualTo(Samples.json("{}"));
    }
}
