/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.operations;

import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.model.CompanyTrackingTask;
import io.github.camelleadiq.model.LeadIQList;
import io.github.camelleadiq.model.Prospect;
import io.github.camelleadiq.model.StartCompanyTrackingResponse;
import io.github.camelleadiq.model.TaskStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;

/** What to send to each operation so that the simulator has something to answer. All people are invented. */
final class SampleArguments {

    private static final Map<String, Object> DOCUMENTED_FILTER =
            Map.of("companyFilter", Map.of("industries", List.of("Software")), "limit", 5);

    private static final Map<LeadIQOperation, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry(LeadIQOperation.ACCOUNT, Map.of()),
            Map.entry(LeadIQOperation.COMPANY_TRACKING_TASK, Map.of("id", "task-1")),
            Map.entry(LeadIQOperation.CONTACT_TRACKING_BALANCE, Map.of()),
            Map.entry(LeadIQOperation.FLAT_ADVANCED_SEARCH, DOCUMENTED_FILTER),
            Map.entry(LeadIQOperation.GROUPED_ADVANCED_SEARCH, DOCUMENTED_FILTER),
            Map.entry(LeadIQOperation.ICP_DEFINITIONS, Map.of()),
            Map.entry(LeadIQOperation.LIST, Map.of("id", "list-1")),
            Map.entry(LeadIQOperation.LISTS, Map.of("limit", 5)),
            Map.entry(LeadIQOperation.MATCH_PROFILE, Map.of("email", "ada.sample@example.com")),
            Map.entry(LeadIQOperation.PROSPECT, Map.of("id", "prospect-1")),
            Map.entry(
                    LeadIQOperation.REGENERATED_TIME, Map.of("linkedinUrl", "https://www.linkedin.com/in/ada-sample")),
            Map.entry(LeadIQOperation.SEARCH_COMPANY, Map.of("domain", "example.com")),
            Map.entry(
                    LeadIQOperation.SEARCH_PEOPLE,
                    Map.of("fullName", "Ada Sample", "company", Map.of("domain", "example.com"))),
            Map.entry(LeadIQOperation.SEARCH_PEOPLE_PREVIEW, Map.of("email", "ada.sample@example.com")),
            Map.entry(LeadIQOperation.TRACKED_COMPANIES, Map.of("first", 5)),
            Map.entry(LeadIQOperation.TRACKED_CONTACTS, Map.of("limit", 5)),
            Map.entry(LeadIQOperation.USAGE, Map.of()),
            Map.entry(LeadIQOperation.WORKATO_TOKEN, Map.of("orgDomainUrl", "https://example.com")),
            Map.entry(LeadIQOperation.ABANDON_BATCH, Map.of("importId", "import-1")),
            Map.entry(
                    LeadIQOperation.ADD_PROSPECT_TO_LIST,
                    Map.of(
                            "listId",
                            "list-1",
                            "input",
                            Map.of("firstName", "Ada", "lastName", "Sample", "workEmail", "ada.sample@example.com"))),
            Map.entry(
                    LeadIQOperation.ADD_TRACKED_COMPANIES,
                    Map.of("companies", List.of(Map.of("name", "Example", "domain", "example.com")))),
            Map.entry(LeadIQOperation.CANCEL_COMPANY_TRACKING_TASK, Map.of("id", "task-1")),
            Map.entry(LeadIQOperation.CREATE_LIST, Map.of("name", "Invented people")),
            Map.entry(LeadIQOperation.REGENERATE, Map.of("personId", "p-ada-sample-example-com")),
            Map.entry(LeadIQOperation.REMOVE_ALL_TRACKED_COMPANIES, Map.of()),
            Map.entry(LeadIQOperation.REMOVE_TRACKED_COMPANIES, Map.of("ids", List.of("1"))),
            Map.entry(LeadIQOperation.START_COMPANY_TRACKING_TASK, Map.of("monthsBack", 3)),
            Map.entry(
                    LeadIQOperation.SUBMIT_PERSON_FEEDBACK,
                    Map.of("personId", "p-ada-sample-example-com", "value", "ada.sample@example.com")),
            Map.entry(
                    LeadIQOperation.TRACK_CONTACTS,
                    Map.of(
                            "importId",
                            "import-1",
                            "contacts",
                            List.of(Map.of("companyName", "Example", "firstName", "Ada", "lastName", "Sample")))));

    private static final Map<LeadIQOperation, Function<ProducerTemplate, Map<String, Object>>> PREPARATIONS = Map.of(
            LeadIQOperation.COMPANY_TRACKING_TASK,
            SampleArguments::finishedTask,
            LeadIQOperation.CANCEL_COMPANY_TRACKING_TASK,
            SampleArguments::finishedTask,
            LeadIQOperation.TRACKED_CONTACTS,
            template -> {
                call(template, LeadIQOperation.TRACK_CONTACTS, Object.class);
                return Map.of("importId", "import-1");
            },
            LeadIQOperation.LIST,
            template -> Map.of(
                    "id",
                    call(template, LeadIQOperation.CREATE_LIST, LeadIQList.class)
                            .id()),
            LeadIQOperation.ADD_PROSPECT_TO_LIST,
            template -> Map.of(
                    "listId",
                    call(template, LeadIQOperation.CREATE_LIST, LeadIQList.class)
                            .id()),
            LeadIQOperation.PROSPECT,
            template -> Map.of(
                    "id",
                    template.requestBody(
                                    "leadiq:addProspectToList",
                                    of(LeadIQOperation.ADD_PROSPECT_TO_LIST, template),
                                    Prospect.class)
                            .id()));

    private SampleArguments() {}

    /** Arguments for whatever is there. */
    static Map<String, Object> of(LeadIQOperation operation) {
        return BODIES.get(operation);
    }

    /** Arguments for something that is there, because it is made first. */
    static Map<String, Object> of(LeadIQOperation operation, ProducerTemplate template) {
        Map<String, Object> body = new HashMap<>(of(operation));
        Function<ProducerTemplate, Map<String, Object>> preparation = PREPARATIONS.get(operation);
        if (preparation != null) {
            body.putAll(preparation.apply(template));
        }
        return body;
    }

    private static Map<String, Object> finishedTask(ProducerTemplate template) {
        call(template, LeadIQOperation.ADD_TRACKED_COMPANIES, Object.class);
        String id = call(template, LeadIQOperation.START_COMPANY_TRACKING_TASK, StartCompanyTrackingResponse.class)
                .task()
                .id();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !TaskStatus.PROCESSING.equals(
                        template.requestBody("leadiq:companyTrackingTask", Map.of("id", id), CompanyTrackingTask.class)
                                .status()));
        return Map.of("id", id);
    }

    private static <T> T call(ProducerTemplate template, LeadIQOperation operation, Class<T> type) {
        return template.requestBody("leadiq:" + operation.graphqlName(), of(operation), type);
    }
}
