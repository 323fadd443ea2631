/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.people.PeopleDirectory;
import io.github.camelleadiq.simulator.people.SimPerson;
import io.github.camelleadiq.simulator.state.Connection;
import io.github.camelleadiq.simulator.state.ContactBatch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Contacts under tracking, and ideal customer profiles. */
final class ContactTrackingOperations {
    private static final List<String> TYPES = List.of("JobChange", "TitleChange", "Promotion", "Departure");
    private static final MapOf ICP = map("id", "icp-1", "name", "Example buyers", "productLines", List.of("Track"));

    static final Map<String, Operation> ALL = Map.of(
            "trackContacts", ContactTrackingOperations::track,
            "trackedContacts", ContactTrackingOperations::tracked,
            "abandonBatch", ContactTrackingOperations::abandon,
            "contactTrackingBalance", ContactTrackingOperations::balance,
            "icpDefinitions", (env, scope) -> map("icps", List.of(ICP)));

    private ContactTrackingOperations() {}

    @SuppressWarnings("unchecked")
    private static Object track(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = Operation.input(env);
        List<Map<String, Object>> contacts = (List<Map<String, Object>>) input.get("contacts");
        ContactBatch batch = scope.account().batches().add((String) input.get("importId"), contacts);
        return map("importId", batch.importId(), "totalCount", (long)
                        batch.contacts().size())
                .and("batchCount", 1L)
                .and("errors", List.of())
                .and("errorCode", null)
                .and("warnings", List.of())
                .and("contactsExceedingSubscriptionLimit", List.of());
    }

    private static Object tracked(DataFetchingEnvironment env, RequestScope scope) {
        ContactBatch batch = scope.account().batches().find(env.getArgument("importId"));
        boolean processing = batch != null && batch.progress().poll();
        List<ContactBatch.Contact> contacts = batch == null || processing ? List.of() : batch.contacts();
        Connection<ContactBatch.Contact> page = ListViews.page(contacts, ContactBatch.Contact::id, () -> env);
        return map("pageInfo", page, "isProcessing", processing)
                .and(
                        "edges",
                        page.edges().stream()
                                .map(e -> map("cursor", e.cursor(), "node", contact(e.node())))
                                .toList())
                .and("errors", List.of())
                .and("errorCode", null)
                .and("availableICPs", List.of(ICP))
                .and("timeoutAt", scope.backend().clock().instant().plus(Duration.ofHours(1)))
                .and("isTimeout", false)
                .and("suppressedContacts", 0)
                .and("warning", null);
    }

    private static MapOf contact(ContactBatch.Contact contact) {
        Map<String, Object> sent = contact.sent();
        String first = (String) sent.get("firstName");
        String last = (String) sent.get("lastName");
        SimPerson now = PeopleDirectory.byName(first + " " + last);
        return map("id", contact.id(), "firstName", first, "lastName", last)
                .and("lastKnownCompany", sent.get("companyName"))
                .and("lastKnownCompanyDomain", sent.get("companyDomain"))
                .and("lastKnownTitle", sent.get("title"))
                .and("referenceId", sent.get("referenceId"))
                .and("externalRecordId", sent.get("externalRecordId"))
                .and("jobChangeType", TYPES.get(Math.floorMod(contact.id().hashCode(), TYPES.size())))
                .and("jobStartDate", LocalDate.of(2026, 6, 1))
                .and("duplicateRecordIds", List.of())
                .and("duplicateAccountIds", List.of())
                .and("matchedICPIds", List.of())
                .and("linkedIn", now == null ? sent.get("personalLinkedInUrl") : now.linkedinUrl())
                .and("company", now == null ? null : now.company().name())
                .and("companyDomain", now == null ? null : now.domain())
                .and("title", now == null ? null : now.title())
                .and("email", now == null || !now.sellsEmail() ? null : now.workEmail())
                .and("emailStatus", now == null || !now.sellsEmail() ? null : now.emailStatus())
                .and("phones", now == null ? List.of() : ContactData.personalPhones(now))
                .and("phonesWithQuality", now == null ? List.of() : ContactData.withQuality(now))
                .and("workPhones", now == null ? List.of() : ContactData.workPhones(now))
                .and("contactInfo", now == null ? null : ContactData.of(now));
    }

    private static Object abandon(DataFetchingEnvironment env, RequestScope scope) {
        String importId = env.getArgument("importId");
        String errorCode = scope.account().batches().abandon(importId);
        return map("batchId", importId, "success", errorCode == null, "errorCode", errorCode)
                .and("errors", errorCode == null ? List.of() : List.of(errorCode));
    }

    private static Object balance(DataFetchingEnvironment env, RequestScope scope) {
        int used = AccountOperations.used(scope);
        int available = AccountOperations.available(scope);
        return map("alreadyUsed", used, "balance", available, "remaining", available)
                .and("maxCredits", used + available)
                .and("plan", "UniversalCreditsType");
    }
}
