/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import static io.github.camelleadiq.input.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import io.github.camelleadiq.client.internal.schema.Introspection;
import io.github.camelleadiq.client.internal.schema.SchemaDialect;
import io.github.camelleadiq.client.internal.schema.TestSchemas;
import io.github.camelleadiq.input.Samples;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request reaches either server in that server's words, or is refused before it is sent. */
class DialectsTest {

    private static final ScheduledExecutorService SCHEDULER = Executors.newSingleThreadScheduledExecutor();
    private static final Selection ALL = Selection.of(EnumSet.allOf(DataPoint.class));
    private static final Map<SchemaDialect, GraphQLSchema> SERVERS = new EnumMap<>(Map.of(
            SchemaDialect.DOCUMENTED, TestSchemas.graphql(SchemaDialect.DOCUMENTED),
            SchemaDialect.LIVE, TestSchemas.graphql(SchemaDialect.LIVE)));
    private static final Map<SchemaDialect, String> INTROSPECTIONS = new EnumMap<>(Map.of(
            SchemaDialect.DOCUMENTED, introspect(SERVERS.get(SchemaDialect.DOCUMENTED)),
            SchemaDialect.LIVE, introspect(SERVERS.get(SchemaDialect.LIVE))));

    private static String introspect(GraphQLSchema schema) {
        ExecutionResult result = GraphQL.newGraphQL(schema).build().execute(Introspection.DOCUMENT);
        assertThat(result.getErrors()).isEmpty();
        return new ObjectMapper().valueToTree(result.toSpecification()).toString();
    }

    @AfterAll
    static void stop() {
        SCHEDULER.shutdownNow();
    }

    private static LeadIQClient client(FakeTransport transport, SchemaCheck check) {
        return new LeadIQClient(
                FakeTransport.config(check),
                transport,
                Runnable::run,
                SCHEDULER,
                Clock.systemUTC(),
                LeadIQMetrics.NONE);
    }

    private static FakeTransport server(SchemaCheck check) {
        // with a fixed schema, what an introspection would tell must not matter
        SchemaDialect told = check == SchemaCheck.DOCUMENTED ? SchemaDialect.LIVE : SchemaDialect.DOCUMENTED;
        return new FakeTransport(INTROSPECTIONS.get(told));
    }

    private static JsonNode sent(SchemaCheck check, LeadIQOperation operation, String arguments) {
        FakeTransport transport = server(check);
        client(transport, check)
                .execute(new LeadIQRequest(operation, ALL, (ObjectNode) json(arguments), FakeTransport.OPTIONS))
                .join();
        assertThat(transport.requests()).hasSize(1);
        return transport.requests().get(0).get("variables");
    }

    private static String refused(SchemaCheck check, LeadIQOperation operation, String arguments) {
        return refusal(check, operation, arguments).getMessage();
    }

    private static LeadIQInvalidRequestException refusal(
            SchemaCheck check, LeadIQOperation operation, String arguments) {
        FakeTransport transport = server(check);
        Throwable failure = client(transport, check)
                .execute(new LeadIQRequest(operation, ALL, (ObjectNode) json(arguments), FakeTransport.OPTIONS))
                .handle((response, cause) -> cause instanceof CompletionException ? cause.getCause() : cause)
                .join();
        assertThat(failure).isInstanceOf(LeadIQInvalidRequestException.class);
        assertThat(transport.requests()).as("sent").isEmpty();
        return (LeadIQInvalidRequestException) failure;
    }

    static Stream<Arguments> operations() {
        return Arrays.stream(SchemaDialect.values()).flatMap(dialect -> Arrays.stream(LeadIQOperation.values())
                .map(operation -> Arguments.of(dialect, operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aServerThatTellsItsSchemaGetsWhatIsValidThere(SchemaDialect dialect, LeadIQOperation operation) {
        GraphQLSchema schema = SERVERS.get(dialect);
        FakeTransport transport = new FakeTransport(INTROSPECTIONS.get(dialect));
        boolean offered = (operation.kind() == OperationKind.QUERY ? schema.getQueryType() : schema.getMutationType())
                        .getFieldDefinition(operation.graphqlName())
                != null;
        ObjectNode arguments = Samples.required(operation);
        if (operation == LeadIQOperation.START_COMPANY_TRACKING_TASK) {
            arguments.putObject("input").put("monthsBack", 3);
        }

        Throwable failure = client(transport, SchemaCheck.AUTO)
                .execute(new LeadIQRequest(operation, ALL, arguments, FakeTransport.OPTIONS))
                .handle((response, cause) -> cause)
                .join();

        assertThat(transport.introspections()).isEqualTo(1);
        if (!offered) {
            assertThat(failure)
                    .hasMessageContaining(operation.graphqlName())
                    .hasMessageContaining("is not offered by this server");
            assertThat(transport.requests()).isEmpty();
            return;
        }
        assertThat(failure).isNull();
        JsonNode request = transport.requests().get(0);
        Document document = Parser.parse(request.get("query").textValue());
        assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                .isEmpty();
        assertThat(request.get("operationName").textValue())
                .isEqualTo(document.getFirstDefinitionOfType(OperationDefinition.class)
                        .orElseThrow()
                        .getName());
    }

    private static String filter(String filter) {
        return "{'input':{'companyFilter':" + filter + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'cities':['A']} | {'locations':[{'city':'A'}]}
            {'cities':['A','B'],'countries':['X']} | {'locations':[{'city':'A','country':'X'},{'city':'B','country':'X'}]}
            {'states':['S'],'postalCodes':['1','2']} | {'locations':[{'areaLevel1':'S','postalCode':'1'},{'areaLevel1':'S','postalCode':'2'}]}
            {'cities':[],'names':['N']} | {'names':['N']}
            {'locations':[{'city':'A'},{'country':'X'}]} | {'locations':[{'city':'A'},{'country':'X'}]}
            {'cities':[],'locations':[{'city':'A'}]} | {'locations':[{'city':'A'}]}
            """)
    void placesForTheLiveServer(String given, String sent) {
        assertThat(sent(SchemaCheck.LIVE, LeadIQOperation.FLAT_ADVANCED_SEARCH, filter(pad(given)))
                        .at("/input/companyFilter"))
                .isEqualTo(padded(sent));
    }

    /** A filter of places alone, with a name besides so that there is always something to search by. */
    private static String pad(String filter) {
        return filter.contains("names") ? filter : filter.replaceFirst("\\{", "{'names':['N'],");
    }

    private static JsonNode padded(String filter) {
        return json(pad(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'locations':[{'city':'A'}]} | {'cities':['A']}
            {'locations':[{'city':'A'},{'city':'B'}]} | {'cities':['A','B']}
            {'locations':[{'city':'A'},{'city':'A'}]} | {'cities':['A']}
            {'locations':[{'city':'A','country':'X'},{'city':'B','country':'X'}]} | {'cities':['A','B'],'countries':['X']}
            {'locations':[{'areaLevel1':'S','postalCode':'1'}]} | {'states':['S'],'postalCodes':['1']}
            {'locations':[]} | {'names':['N']}
            {'cities':['A'],'countries':['X']} | {'cities':['A'],'countries':['X']}
            {'locations':[{'city':'A'}],'countries':['X']} | {'cities':['A'],'countries':['X']}
            """)
    void placesForTheDocumentedServer(String given, String sent) {
        assertThat(sent(SchemaCheck.DOCUMENTED, LeadIQOperation.FLAT_ADVANCED_SEARCH, filter(pad(given)))
                        .at("/input/companyFilter"))
                .isEqualTo(padded(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'locations':[{'city':'A'},{'country':'X'}]}",
                "{'locations':[{'city':'A','country':'X'},{'city':'B','country':'Y'}]}",
                "{'locations':[{'city':'A','country':'X'},{'city':'B'}]}"
            })
    void placesThatListsCannotSay(String filter) {
        assertThat(refused(SchemaCheck.DOCUMENTED, LeadIQOperation.GROUPED_ADVANCED_SEARCH, filter(filter)))
                .contains("input.companyFilter.locations cannot be said to this server");
    }

    @Test
    void placesInBothWords() {
        String both = filter("{'locations':[{'city':'A'}],'cities':['B']}");
        assertThat(refused(SchemaCheck.DOCUMENTED, LeadIQOperation.FLAT_ADVANCED_SEARCH, both))
                .contains("input.companyFilter has locations as well as cities");
        assertThat(refused(SchemaCheck.LIVE, LeadIQOperation.FLAT_ADVANCED_SEARCH, both))
                .contains("input.companyFilter has locations as well as");
    }

    @Test
    void placesThatAreTooMany() {
        String list = "['"
                + String.join(
                        "','",
                        Stream.iterate(0, i -> i + 1)
                                .limit(32)
                                .map(String::valueOf)
                                .toList()) + "']";
        assertThat(refused(
                        SchemaCheck.LIVE,
                        LeadIQOperation.FLAT_ADVANCED_SEARCH,
                        filter("{'cities':" + list + ",'postalCodes':" + list + "}")))
                .contains("combines to more than 1000 locations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LIVE | FLAT_ADVANCED_SEARCH | {'input':{'companyFilter':{'descriptions':['S']}}} | input.companyFilter.descriptions
            LIVE | FLAT_ADVANCED_SEARCH | {'input':{'companyExcludedFilter':{'descriptions':['S']}}} | input.companyExcludedFilter.descriptions
            DOCUMENTED | FLAT_ADVANCED_SEARCH | {'input':{'contactFilter':{'names':['S']}}} | input.contactFilter
            DOCUMENTED | GROUPED_ADVANCED_SEARCH | {'input':{'companyFilter':{'names':['S']},'contactFilter':{'names':['S']}}} | input.contactFilter
            DOCUMENTED | SEARCH_PEOPLE | {'input':{'firstName':'S','minConfidence':50}} | input.minConfidence
            DOCUMENTED | START_COMPANY_TRACKING_TASK | {'input':{'icps':['S']}} | input.icps
            DOCUMENTED | SEARCH_PEOPLE | {'input':{'firstName':'S'},'functionTrendsFrom':0} | functionTrendsFrom
            LIVE | SEARCH_COMPANY | {'input':{'id':'S','source':'T'}} | input.source
            """)
    void whatTheServerCannotBeTold(SchemaCheck check, LeadIQOperation operation, String arguments, String path) {
        String message = refused(check, operation, arguments.replace("'S'", "'Secret'"));

        assertThat(message).contains(path + " ").doesNotContain("Secret");
    }

    /** The one is waited for or asked in other words, the other is mended. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            DOCUMENTED | SEARCH_PEOPLE | {'input':{'firstName':'S','minConfidence':50}} | true
            DOCUMENTED | SEARCH_PEOPLE | {'input':{'firstName':'S'},'functionTrendsFrom':0} | true
            DOCUMENTED | ACCOUNT | {} | true
            DOCUMENTED | FLAT_ADVANCED_SEARCH | {'input':{'companyFilter':{'names':['N']},'sortContactsBy':['Nope']}} | false
            DOCUMENTED | SEARCH_PEOPLE | {'input':{'nope':'S'}} | false
            LIVE | SEARCH_COMPANY | {'input':{'id':'S','source':'T'}} | false
            """)
    void whatAServerLacksIsToldFromWhatIsWrong(
            SchemaCheck check, LeadIQOperation operation, String arguments, boolean unsupported) {
        assertThat(refusal(check, operation, arguments).isUnsupportedByServer()).isEqualTo(unsupported);
    }

    @Test
    void enumValuesThatTheServerDoesNotHaveAreNamedByTheirPlace() {
        String sorted = "{'input':{'companyFilter':{'names':['N']},'sortContactsBy':['%s']}}";
        List<String> live = enumValues(SchemaDialect.LIVE);
        List<String> documented = enumValues(SchemaDialect.DOCUMENTED);
        for (String value : live) {
            assertThat(sent(SchemaCheck.LIVE, LeadIQOperation.FLAT_ADVANCED_SEARCH, sorted.formatted(value)))
                    .isNotNull();
            if (!documented.contains(value)) {
                assertThat(refused(
                                SchemaCheck.DOCUMENTED, LeadIQOperation.FLAT_ADVANCED_SEARCH, sorted.formatted(value)))
                        .contains("input.sortContactsBy[0] cannot be said to this server: its ContactSortingOption");
            }
        }
        assertThat(live).hasSizeGreaterThan(documented.size());
    }

    private static List<String> enumValues(SchemaDialect dialect) {
        return ((GraphQLEnumType) SERVERS.get(dialect).getType("ContactSortingOption"))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    @Test
    void renamedMembersGoBothWays() {
        assertThat(sent(SchemaCheck.DOCUMENTED, LeadIQOperation.SEARCH_COMPANY, "{'input':{'id':'c1'}}"))
                .isEqualTo(json("{'input':{'source':'c1'}}"));
        assertThat(sent(SchemaCheck.LIVE, LeadIQOperation.SEARCH_COMPANY, "{'input':{'source':'c1'}}"))
                .isEqualTo(json("{'input':{'id':'c1'}}"));
        assertThat(sent(SchemaCheck.LIVE, LeadIQOperation.SEARCH_COMPANY, "{'input':{'source':'c1','id':'c1'}}"))
                .isEqualTo(json("{'input':{'id':'c1'}}"));
    }

    @Test
    void anArgumentThatIsNotSetIsNoReasonToRefuse() {
        assertThat(sent(SchemaCheck.DOCUMENTED, LeadIQOperation.SEARCH_PEOPLE, "{'input':{'firstName':'A'}}"))
                .isEqualTo(json("{'input':{'firstName':'A'}}"));
        assertThat(sent(
                        SchemaCheck.DOCUMENTED,
                        LeadIQOperation.SEARCH_PEOPLE,
                        "{'input':{'firstName':'A'},'functionTrendsFrom':null}"))
                .isEqualTo(json("{'input':{'firstName':'A'}}"));
    }

    @Test
    void uncheckedInputGoesOutAsWritten() {
        assertThat(sent(
                        SchemaCheck.OFF,
                        LeadIQOperation.FLAT_ADVANCED_SEARCH,
                        filter("{'cities':['A'],'descriptions':['D'],'locations':[{'city':'B'}]}")))
                .isEqualTo(json(filter("{'locations':[{'city':'B'}],'cities':['A'],'descriptions':['D']}")));
    }
}
