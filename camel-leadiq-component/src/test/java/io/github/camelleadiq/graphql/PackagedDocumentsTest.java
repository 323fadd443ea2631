/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged documents are valid, whole, and buy no more than they say. */
@Tag("any-platform")
class PackagedDocumentsTest {

    private static final GraphQLSchema SCHEMA = PackagedDocument.schema();

    private static final Set<String> GUARDS = Set.of("profile", "email", "phone", "company");

    /** Answers to something else: embedded data that nobody asked for. */
    private static final Map<String, String> EMBEDDED = Map.of(
            "lists", "List.prospects",
            "createList", "List.prospects",
            "startCompanyTrackingTask", "CompanyTrackingTask.jobChanges",
            "cancelCompanyTrackingTask", "CompanyTrackingTask.jobChanges",
            "addTrackedCompanies", "AddTrackedCompaniesResponse.trackedCompanies",
            "removeTrackedCompanies", "RemoveTrackedCompaniesResponse.trackedCompanies");

    private static final Set<String> RETURN_PEOPLE = Set.of(
            "searchPeople",
            "flatAdvancedSearch",
            "groupedAdvancedSearch",
            "matchProfile",
            "companyTrackingTask",
            "trackedContacts",
            "list",
            "prospect",
            "addProspectToList");

    /** Account.plans is asked for as the interface, since the live server does not say what implements it. */
    private static final Set<String> OMITTED = Set.of("ApiPlan.usage");

    static List<PackagedDocument> documents() {
        return PackagedDocument.all();
    }

    @Test
    void thereIsOneDocumentForEachQueryAndMutation() {
        List<String> operations = Stream.of(SCHEMA.getQueryType(), SCHEMA.getMutationType())
                .map(GraphQLObjectType::getFieldDefinitions)
                .flatMap(List::stream)
                .map(GraphQLFieldDefinition::getName)
                .toList();

        assertThat(documents()).extracting(PackagedDocument::name).containsExactlyInAnyOrderElementsOf(operations);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isValidAgainstTheSchema(PackagedDocument document) {
        assertThat(new Validator().validateDocument(SCHEMA, document.document(), Locale.ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasOneOperationNamedAsTheFile(PackagedDocument document) {
        List<OperationDefinition> operations = document.document().getDefinitionsOfType(OperationDefinition.class);

        assertThat(operations).hasSize(1);
        String name = document.name();
        assertThat(operations.get(0).getName())
                .isEqualTo(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        assertThat(operations.get(0).getSelectionSet().getSelectionsOfType(Field.class))
                .extracting(Field::getName)
                .containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void guardsAreTheFourDataPointsAndHaveDefaults(PackagedDocument document) {
        Set<String> variablesOfDirectives = nodes(document, Directive.class)
                .peek(directive -> assertThat(directive.getName()).isEqualTo("include"))
                .map(directive -> directive.getArgument("if").getValue())
                .map(value -> ((VariableReference) value).getName())
                .collect(Collectors.toSet());

        assertThat(GUARDS).containsAll(variablesOfDirectives);
        assertThat(document.guards().keySet())
                .as("non-null booleans with a default")
                .isEqualTo(variablesOfDirectives);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyArgumentIsAVariable(PackagedDocument document) {
        assertThat(nodes(document, Field.class).flatMap(field -> field.getArguments().stream()))
                .allSatisfy(argument -> assertThat(argument.getValue())
                        .as(AstPrinter.printAst(argument))
                        .isInstanceOf(VariableReference.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noArgumentOfAFieldIsLeftOut(PackagedDocument document) {
        Set<String> usable = new TreeSet<>();
        for (String coordinate : withGuards(document, guard -> true).selected()) {
            usable.addAll(argumentsOf(coordinate));
        }
        GraphQLObjectType root = document.operation().getOperation() == OperationDefinition.Operation.MUTATION
                ? SCHEMA.getMutationType()
                : SCHEMA.getQueryType();
        usable.addAll(argumentsOf(root.getName() + "." + document.name()));

        Set<String> used = nodes(document, Field.class)
                .flatMap(field ->
                        field.getArguments().stream().map(argument -> field.getName() + "(" + argument.getName() + ")"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(usable);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fragmentsAreSharedSelections(PackagedDocument document) {
        Map<String, Long> uses = nodes(document, FragmentSpread.class)
                .collect(Collectors.groupingBy(FragmentSpread::getName, Collectors.counting()));

        assertThat(document.document().getDefinitionsOfType(FragmentDefinition.class))
                .allSatisfy(fragment -> assertThat(uses.get(fragment.getName())).isGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void withAllGuardsOnEveryFieldIsSelected(PackagedDocument document) {
        Set<String> expected = document.name().equals("account") ? OMITTED : Set.of();

        assertThat(withGuards(document, guard -> true).omitted()).isEqualTo(expected);
    }

    /** They would be billed like the present one, each of them, and hardly anybody wants them. */
    @ParameterizedTest
    @MethodSource("documents")
    void pastEmployersAreAskedForByNameOnly(PackagedDocument document) {
        SelectedFields fields = withGuards(document, guard -> true);

        assertThat(fields.selectedOfPast()).doesNotContainAnyElementsOf(PaidFields.firmographics(SCHEMA));
        assertThat(PaidFields.firmographics(SCHEMA)).containsAll(fields.omittedOfPast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"searchPeople", "flatAdvancedSearch", "groupedAdvancedSearch"})
    void pastEmployersAreAskedFor(String operation) {
        PackagedDocument document = documents().stream()
                .filter(one -> one.name().equals(operation))
                .findFirst()
                .orElseThrow();

        assertThat(withDefaults(document).selectedOfPast())
                .containsAnyOf("CompanyInfo.name", "Company.name")
                .containsAnyOf("PositionRecord.title", "PersonPreviousPosition.title");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDataPointIsBoughtOnlyBehindItsGuard(PackagedDocument document) {
        assertThat(withGuards(document, guard -> !guard.equals("email")).selected())
                .doesNotContainAnyElementsOf(PaidFields.EMAILS);
        assertThat(withGuards(document, guard -> !guard.equals("phone")).selected())
                .doesNotContainAnyElementsOf(PaidFields.PHONES);
        assertThat(withGuards(document, guard -> !guard.equals("company")).selected())
                .doesNotContainAnyElementsOf(PaidFields.firmographics(SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDefaultsBuyNeitherPhonesNorFirmographics(PackagedDocument document) {
        Set<String> selected = withDefaults(document).selected();

        assertThat(selected).doesNotContainAnyElementsOf(PaidFields.PHONES);
        if (document.name().equals("searchCompany")) {
            assertThat(selected).contains("CompanyInfo.domain", "CompanyInfo.industry");
        } else {
            assertThat(selected).doesNotContainAnyElementsOf(PaidFields.firmographics(SCHEMA));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDefaultsBuyEmailsWherePeopleAreAskedFor(PackagedDocument document) {
        Set<String> selected = withDefaults(document).selected();

        if (RETURN_PEOPLE.contains(document.name())) {
            assertThat(selected).containsAnyElementsOf(PaidFields.EMAILS);
        } else {
            assertThat(selected).doesNotContainAnyElementsOf(PaidFields.EMAILS);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void embeddedDataComesOnlyWhenAskedFor(PackagedDocument document) {
        String embedded = EMBEDDED.get(document.name());
        if (embedded != null) {
            assertThat(withDefaults(document).selected()).doesNotContain(embedded);
            assertThat(withGuards(document, guard -> true).selected()).contains(embedded);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noGuardsLeaveAnObjectWithoutFields(PackagedDocument document) {
        List<String> guards = List.copyOf(document.guards().keySet());
        for (int bits = 0; bits < 1 << guards.size(); bits++) {
            int combination = bits;
            assertThat(withGuards(document, guard -> (combination >> guards.indexOf(guard) & 1) == 1)
                            .hollow())
                    .isEmpty();
        }
    }

    private static SelectedFields withDefaults(PackagedDocument document) {
        return SelectedFields.of(document.document(), SCHEMA, document.guards());
    }

    private static SelectedFields withGuards(PackagedDocument document, Predicate<String> value) {
        Map<String, Boolean> guards = new TreeMap<>(document.guards());
        guards.replaceAll((guard, byDefault) -> value.test(guard));
        return SelectedFields.of(document.document(), SCHEMA, guards);
    }

    private static List<String> argumentsOf(String coordinate) {
        String type = coordinate.substring(0, coordinate.indexOf('.'));
        String field = coordinate.substring(coordinate.indexOf('.') + 1);
        if (!(SCHEMA.getType(type) instanceof GraphQLObjectType object)) {
            return List.of();
        }
        return object.getFieldDefinition(field).getArguments().stream()
                .map(argument -> field + "(" + argument.getName() + ")")
                .toList();
    }

    private static <T extends Node<?>> Stream<T> nodes(PackagedDocument document, Class<T> kind) {
        List<T> found = new ArrayList<>();
        gather(document.document(), kind, found);
        return found.stream();
    }

    private static <T extends Node<?>> void gather(Node<?> node, Class<T> kind, List<T> found) {
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        for (Node<?> child : node.getChildren()) {
            gather(child, kind, found);
        }
    }
}
