/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.SchemaDialect;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import io.github.camelleadiq.client.internal.schema.TestSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for is what was wanted, as far as the server has it, and in a form that it takes. */
class CompiledDocumentsTest {

    private static final Selection ALL = Selection.of(EnumSet.allOf(DataPoint.class));
    private static final Map<SchemaDialect, GraphQLSchema> SERVERS = new EnumMap<>(Map.of(
            SchemaDialect.DOCUMENTED, TestSchemas.graphql(SchemaDialect.DOCUMENTED),
            SchemaDialect.LIVE, TestSchemas.graphql(SchemaDialect.LIVE)));

    private static DocumentCompiler compiler(SchemaDialect dialect) {
        return new DocumentCompiler(Schemas.of(dialect), true);
    }

    private static CompiledDocument fields(SchemaDialect dialect, LeadIQOperation operation, String fields) {
        return compiler(dialect).compile(operation, Selection.ofFields(fields));
    }

    static Stream<Arguments> operations() {
        return Arrays.stream(SchemaDialect.values()).flatMap(dialect -> Arrays.stream(LeadIQOperation.values())
                .filter(operation -> has(dialect, operation))
                .map(operation -> Arguments.of(dialect, operation)));
    }

    private static boolean has(SchemaDialect dialect, LeadIQOperation operation) {
        SchemaModel model = Schemas.of(dialect);
        return model.field(model.rootType(operation.kind()), operation.graphqlName())
                .isPresent();
    }

    static List<Selection> selections() {
        List<Selection> selections = new ArrayList<>(List.of(Selection.DEFAULT, ALL, Selection.of(Set.of())));
        for (DataPoint point : DataPoint.values()) {
            selections.add(Selection.of(Set.of(point)));
            selections.add(Selection.of(EnumSet.complementOf(EnumSet.of(point))));
        }
        return selections;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everySelectionIsValidAndHasNothingLeftOver(SchemaDialect dialect, LeadIQOperation operation) {
        for (Selection selection : selections()) {
            CompiledDocument compiled = compiler(dialect).compile(operation, selection);
            Document document = Parser.parse(compiled.text());

            assertThat(new Validator().validateDocument(SERVERS.get(dialect), document, Locale.ENGLISH))
                    .as("%s %s", selection, compiled.text())
                    .isEmpty();
            assertThat(compiled.text()).doesNotContain("@");
            List<VariableDefinition> variables = document.getFirstDefinitionOfType(OperationDefinition.class)
                    .orElseThrow()
                    .getVariableDefinitions();
            assertThat(variables)
                    .extracting(VariableDefinition::getName)
                    .containsExactlyInAnyOrderElementsOf(compiled.variables())
                    .doesNotContain("profile", "email", "phone", "company");
        }
    }

    @ParameterizedTest
    @EnumSource(SchemaDialect.class)
    void allAsksForEveryFieldThatTheServerHas(SchemaDialect dialect) {
        Set<String> asked = new HashSet<>();
        Set<String> types = new TreeSet<>();
        for (LeadIQOperation operation : LeadIQOperation.values()) {
            if (has(dialect, operation)) {
                Document document =
                        Parser.parse(compiler(dialect).compile(operation, ALL).text());
                collect(document, asked);
            }
        }
        Set<String> had = new TreeSet<>();
        for (ObjectTypeDefinition type :
                TestSchemas.document(dialect).getDefinitionsOfType(ObjectTypeDefinition.class)) {
            if (!type.getName().equals("ApiPlan")) {
                for (FieldDefinition field : type.getFieldDefinitions()) {
                    had.add(field.getName());
                    types.add(type.getName());
                }
            }
        }
        assertThat(types).hasSizeGreaterThan(30);
        assertThat(asked).containsAll(had);
    }

    private static void collect(Node<?> node, Set<String> names) {
        if (node instanceof Field field) {
            names.add(field.getName());
        }
        node.getChildren().forEach(child -> collect(child, names));
    }

    @Test
    void dataPointsAreWhatIsAskedFor() {
        String byDefault = compiler(SchemaDialect.LIVE)
                .compile(LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT)
                .text();
        assertThat(byDefault).contains("personalEmails", "workEmail").doesNotContain("personalPhones", "industry");
        String phones = compiler(SchemaDialect.LIVE)
                .compile(LeadIQOperation.SEARCH_PEOPLE, Selection.of(Set.of(DataPoint.PHONE)))
                .text();
        assertThat(phones).contains("personalPhones").doesNotContain("personalEmails", "industry");
    }

    @Test
    void whatTheServerDoesNotHaveIsReported() {
        CompiledDocument documented = compiler(SchemaDialect.DOCUMENTED).compile(LeadIQOperation.SEARCH_PEOPLE, ALL);

        assertThat(documented.droppedFields())
                .contains("PersonRecord.confidence", "PositionRecord.workEmail", "CompanyInfo.functionTrends")
                .doesNotContain("PersonRecord.id", "CompanyInfo.id", "PersonRecord._id");
        assertThat(documented.text()).contains("_id").contains("source");
        assertThat(documented.unsupportedVariables()).contains("functionTrendsFrom", "functionTrendsTo");

        CompiledDocument live = compiler(SchemaDialect.LIVE).compile(LeadIQOperation.SEARCH_PEOPLE, ALL);
        assertThat(live.droppedFields()).isEmpty();
        assertThat(live.unsupportedVariables()).isEmpty();
        assertThat(compiler(SchemaDialect.LIVE)
                        .compile(LeadIQOperation.ADD_TRACKED_COMPANIES, ALL)
                        .droppedFields())
                .isEmpty();
        assertThat(compiler(SchemaDialect.DOCUMENTED)
                        .compile(LeadIQOperation.ADD_TRACKED_COMPANIES, ALL)
                        .droppedFields())
                .contains("AddTrackedCompaniesResponse.trackedCompanies")
                .doesNotContain("AddTrackedCompaniesResponse.totalAdded");
    }

    @Test
    void whatWasNotAskedForIsNotReported() {
        assertThat(compiler(SchemaDialect.DOCUMENTED)
                        .compile(LeadIQOperation.SEARCH_PEOPLE, Selection.of(Set.of(DataPoint.PROFILE)))
                        .droppedFields())
                .doesNotContain("PositionRecord.workEmail", "CompanyInfo.functionTrends");
    }

    @Test
    void aRenamedFieldIsAskedForByTheServersName() {
        assertThat(fields(SchemaDialect.DOCUMENTED, LeadIQOperation.SEARCH_PEOPLE, "results { id }")
                        .text())
                .contains("results{_id}");
        CompiledDocument live = fields(SchemaDialect.LIVE, LeadIQOperation.ADD_TRACKED_COMPANIES, "total totalAdded");
        assertThat(live.text()).contains("{totalAdded}");
        assertThat(live.droppedFields()).isEmpty();
    }

    @Test
    void operationsThatTheServerDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> compiler(SchemaDialect.DOCUMENTED).compile(LeadIQOperation.ACCOUNT, ALL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not offered by this server");
    }

    @Test
    void customFieldsKeepWhatTheyUse() {
        CompiledDocument compiled = fields(
                SchemaDialect.LIVE,
                LeadIQOperation.COMPANY_TRACKING_TASK,
                "{ status # how far\n jobChanges(first: $first) { edges { cursor } } }");

        assertThat(compiled.variables()).containsExactlyInAnyOrder("id", "uniqueOnly", "first");
        assertThat(new Validator()
                        .validateDocument(
                                SERVERS.get(SchemaDialect.LIVE), Parser.parse(compiled.text()), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void unionsAndInterfacesGetATypename() {
        CompiledDocument union = fields(
                SchemaDialect.LIVE,
                LeadIQOperation.TRACKED_CONTACTS,
                "edges { node { contactInfo { email { ... on EmailValue { email } } } } }");
        assertThat(union.text()).contains("email{__typename ...on EmailValue{email}}");
        CompiledDocument common = fields(SchemaDialect.LIVE, LeadIQOperation.ACCOUNT, "plans { name }");
        assertThat(common.text()).contains("plans{__typename name}");
        assertThat(fields(SchemaDialect.LIVE, LeadIQOperation.ACCOUNT, "plans { __typename name }")
                        .text())
                .containsOnlyOnce("__typename");
        assertThat(fields(SchemaDialect.LIVE, LeadIQOperation.ACCOUNT, "plans { ... on ApiPlan { usage { name } } }")
                        .text())
                .contains("...on ApiPlan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{",
                "totalResults }",
                "} mutation { removeAllTrackedCompanies { totalRemoved } }",
                "totalResults } } mutation M { removeAllTrackedCompanies { totalRemoved ",
                "totalResults } removeAllTrackedCompanies { totalRemoved ",
                "{ totalResults } removeAllTrackedCompanies { totalRemoved }",
                "{ totalResults } } query Q { usage { subscription { status }",
                "totalResults } } fragment F on SearchResult { totalResults ",
                "...PositionWithCompany",
                "...F",
                "totalResults @include(if: false)",
                "totalResults @skip(if: $email)",
                "... @include(if: true) { totalResults }",
                "totalResults # }",
                "\"totalResults\"",
                "totalResults(a: \"\"\"}\"\"\")",
                "results { totalResults }",
                "totalResults { a }",
                "results",
                "results { currentPositions { ... on Company { id } } }",
                "results { currentPositions { companyInfo { functionTrends(from: $email) { time } } } }",
                "results { currentPositions { companyInfo { functionTrends(form: 1) { time } } } }",
                "__schema { types { name } }"
            })
    void whatIsNoSelectionOfThisAnswerIsRefusedOrHarmless(String fields) {
        if (fields.equals("totalResults # }")) {
            assertThat(fields(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE, fields)
                            .text())
                    .endsWith("{searchPeople(input:$input){totalResults}}");
            return;
        }
        assertThatThrownBy(() -> fields(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE, fields))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void deepAndLongSelectionsAreRefusedQuickly() {
        assertThatThrownBy(() -> fields(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE, "a {".repeat(100_000)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> fields(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE, "a ".repeat(1_000_000)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void uncheckedFieldsGoOutAsWritten() {
        DocumentCompiler off = new DocumentCompiler(Schemas.of(SchemaDialect.LIVE), false);

        CompiledDocument compiled = off.compile(
                LeadIQOperation.SEARCH_PEOPLE, Selection.ofFields("brandNew { a(b: [1, $functionTrendsTo]) }"));

        assertThat(compiled.text())
                .isEqualTo("query SearchPeople($input:SearchPeopleInput!,$functionTrendsTo:ZonedDateTime)"
                        + "{searchPeople(input:$input){brandNew{a(b:[1,$functionTrendsTo])}}}");
        assertThatThrownBy(() -> off.compile(LeadIQOperation.SEARCH_PEOPLE, Selection.ofFields("a(b: $nobody)")))
                .hasMessageContaining("uses $nobody");
    }
}
