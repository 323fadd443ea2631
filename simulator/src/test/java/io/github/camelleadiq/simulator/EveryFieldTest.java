/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryFieldTest {
    /** What to send, in an order in which state builds up. */
    private static final Map<String, Map<String, Object>> ARGUMENTS = new LinkedHashMap<>();

    static {
        Map<String, Object> company = Map.of("name", "Acme", "domain", "acme.example");
        Map<String, Object> contact = Map.of("companyName", "Acme", "firstName", "Ada", "lastName", "Lovelace");
        input("searchPeople", Map.of("fullName", "Ada Lovelace", "company", Map.of("domain", "acme.example")));
        input("searchPeoplePreview", Map.of("email", "ada.lovelace@acme.example"));
        input("searchCompany", Map.of("domain", "acme.example"));
        input("flatAdvancedSearch", Map.of("limit", 3));
        input("groupedAdvancedSearch", Map.of("limit", 3));
        input("matchProfile", Map.of("email", "ada.lovelace@acme.example"));
        input("regenerate", Map.of("personId", "p-ada-lovelace-at-acme-dot-example"));
        input("regeneratedTime", Map.of("personId", "p-ada-lovelace-at-acme-dot-example"));
        input("submitPersonFeedback", Map.of("value", "ada.lovelace@acme.example"));
        input("addTrackedCompanies", Map.of("companies", List.of(company)));
        ARGUMENTS.put("trackedCompanies", Map.of("first", 10));
        input("startCompanyTrackingTask", Map.of("monthsBack", 3));
        ARGUMENTS.put("companyTrackingTask", Map.of("id", "task-1"));
        input("cancelCompanyTrackingTask", Map.of("id", "task-1"));
        input("removeTrackedCompanies", Map.of("ids", List.of("tc-1", "tc-2")));
        ARGUMENTS.put("removeAllTrackedCompanies", Map.of());
        ARGUMENTS.put("account", Map.of());
        ARGUMENTS.put("usage", Map.of());
        ARGUMENTS.put("workatoToken", Map.of("orgDomainUrl", "acme.example"));
        input("trackContacts", Map.of("importId", "i-1", "contacts", List.of(contact)));
        ARGUMENTS.put("trackedContacts", Map.of("importId", "i-1", "limit", 10));
        ARGUMENTS.put("abandonBatch", Map.of("importId", "i-1"));
        ARGUMENTS.put("contactTrackingBalance", Map.of());
        ARGUMENTS.put("icpDefinitions", Map.of());
        input("createList", Map.of("name", "Leads"));
        ARGUMENTS.put(
                "addProspectToList",
                Map.of("listId", "list-1", "input", Map.of("firstName", "Ada", "lastName", "Lovelace")));
        ARGUMENTS.put("lists", Map.of());
        ARGUMENTS.put("list", Map.of("id", "list-1"));
        ARGUMENTS.put("prospect", Map.of("id", "prospect-1"));
    }

    private static void input(String operation, Map<String, Object> input) {
        ARGUMENTS.put(operation, Map.of("input", input));
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfEveryOperationHasAValue(Dialect dialect) {
        GraphQLSchema schema = SimulatedSchema.of(dialect).executable();
        List<String> nothing = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        FullSelection everything = new FullSelection(schema);
        try (LeadIQSimulator simulator =
                LeadIQSimulator.builder().dialect(dialect).taskPolls(0).start()) {
            Caller caller = new Caller(simulator);
            ARGUMENTS.forEach((operation, arguments) -> {
                GraphQLObjectType root = rootOf(schema, operation);
                if (root != null) {
                    asked.add(operation);
                    String document = document(root, root.getFieldDefinition(operation), everything);
                    JsonNode data = caller.data(document, arguments);
                    if (data.get(operation).isNull()) {
                        nothing.add(operation);
                    }
                }
            });
            assertThat(simulator.validationErrors()).isEmpty();
        }
        assertThat(nothing).as("operations that returned null").isEmpty();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(rootFields(schema));
        assertThat(unselected(schema, everything.selected())).isEmpty();
    }

    private static Set<String> unselected(GraphQLSchema schema, Set<String> selected) {
        // ContactTrackingPlan is a type that nothing refers to
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(t -> !t.getName().startsWith("__")
                        && !Set.of("Query", "Mutation", "ContactTrackingPlan", "ApiPlan")
                                .contains(t.getName()))
                .flatMap(t -> t.getFieldDefinitions().stream().map(f -> t.getName() + "." + f.getName()))
                .filter(name -> !selected.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rootFields(GraphQLSchema schema) {
        Set<String> all = new TreeSet<>();
        for (GraphQLObjectType root : List.of(schema.getQueryType(), schema.getMutationType())) {
            root.getFieldDefinitions().forEach(f -> all.add(f.getName()));
        }
        return all;
    }

    private static GraphQLObjectType rootOf(GraphQLSchema schema, String operation) {
        for (GraphQLObjectType root : List.of(schema.getQueryType(), schema.getMutationType())) {
            if (root.getFieldDefinition(operation) != null) {
                return root;
            }
        }
        return null;
    }

    private static String document(GraphQLObjectType root, GraphQLFieldDefinition field, FullSelection everything) {
        String kind = root.getName().toLowerCase(java.util.Locale.ROOT);
        String declared = field.getArguments().stream()
                .map(a -> "$" + a.getName() + ": " + GraphQLTypeUtil.simplePrint(a.getType()))
                .collect(Collectors.joining(", "));
        String passed = field.getArguments().stream()
                .map(a -> a.getName() + ": $" + a.getName())
                .collect(Collectors.joining(", "));
        boolean plain = field.getArguments().isEmpty();
        return kind + (plain ? "" : "(" + declared + ")") + " { " + field.getName() + (plain ? "" : "(" + passed + ")")
                + everything.of(field.getType()) + " }";
    }
}
