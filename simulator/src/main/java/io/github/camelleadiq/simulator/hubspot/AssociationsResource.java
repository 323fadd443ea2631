/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which companies contacts belong to. */
final class AssociationsResource {
    private static final int MOST = 1_000;
    private static final Map<String, Object> PRIMARY = kind(1, "Primary");
    private static final Map<String, Object> UNLABELED = kind(279, null);

    private final Portal portal;
    private final int partialStatus;

    /** @param partialStatus how a batch is answered of which something went wrong */
    AssociationsResource(Portal portal, int partialStatus) {
        this.portal = portal;
        this.partialStatus = partialStatus;
    }

    HttpAnswer read(HubSpotCall call) {
        List<Map<String, Object>> results = new ArrayList<>();
        List<Map<String, Object>> errors = new ArrayList<>();
        for (Map<String, Object> input : call.inputs(MOST)) {
            String id = (String) input.get("id");
            PortalRecord contact = portal.find(CrmObject.CONTACTS, id);
            List<Long> companies = contact == null ? List.of() : portal.companies(contact.id());
            if (companies.isEmpty()) {
                errors.add(none(id));
            } else {
                results.add(Map.of("from", Map.of("id", id), "to", views(companies)));
            }
        }
        return BatchAnswer.of(results, errors, partialStatus, portal.now());
    }

    private static List<Map<String, Object>> views(List<Long> companies) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Long id : companies) {
            views.add(Map.of(
                    "toObjectId",
                    String.valueOf(id),
                    "associationTypes",
                    views.isEmpty() ? List.of(PRIMARY, UNLABELED) : List.of(UNLABELED)));
        }
        return views;
    }

    private static Map<String, Object> none(String id) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("status", "error");
        error.put("category", "OBJECT_NOT_FOUND");
        error.put("subCategory", "crm.associations.NO_ASSOCIATIONS_FOUND");
        error.put("message", "No company is associated with contact " + id + ".");
        error.put(
                "context",
                Map.of(
                        "fromObjectId",
                        List.of(id),
                        "fromObjectType",
                        List.of("contact"),
                        "toObjectType",
                        List.of("company")));
        return error;
    }

    private static Map<String, Object> kind(int typeId, String label) {
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("category", "HUBSPOT_DEFINED");
        kind.put("typeId", typeId);
        kind.put("label", label);
        return kind;
    }
}
