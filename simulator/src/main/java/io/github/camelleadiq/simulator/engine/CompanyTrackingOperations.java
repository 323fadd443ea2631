/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.engine.TrackingViews.Seen;
import io.github.camelleadiq.simulator.state.TrackedCompanies;
import io.github.camelleadiq.simulator.state.TrackedCompanyEntry;
import io.github.camelleadiq.simulator.state.TrackingTask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The tracked list and the scans of it. */
final class CompanyTrackingOperations {
    static final Map<String, Operation> ALL = Map.of(
            "trackedCompanies", (env, scope) -> page(env, scope),
            "addTrackedCompanies", CompanyTrackingOperations::add,
            "removeTrackedCompanies", CompanyTrackingOperations::remove,
            "removeAllTrackedCompanies", CompanyTrackingOperations::removeAll,
            "startCompanyTrackingTask", CompanyTrackingOperations::start,
            "companyTrackingTask", CompanyTrackingOperations::task,
            "cancelCompanyTrackingTask", CompanyTrackingOperations::cancel);

    private CompanyTrackingOperations() {}

    static Object page(DataFetchingEnvironment env, RequestScope scope) {
        return TrackingViews.page(scope.account().trackedCompanies().all(), TrackedCompanyEntry::id, () -> env);
    }

    @SuppressWarnings("unchecked")
    private static Object add(DataFetchingEnvironment env, RequestScope scope) {
        TrackedCompanies tracked = scope.account().trackedCompanies();
        List<MapOf> results = new ArrayList<>();
        long added = 0;
        for (Map<String, Object> sent :
                (List<Map<String, Object>>) Operation.input(env).get("companies")) {
            String error = null;
            TrackedCompanyEntry company = null;
            if (((String) sent.get("domain")).isBlank()) {
                error = "The domain is empty";
            } else {
                company = tracked.add((String) sent.get("name"), (String) sent.get("domain"), sent.get("customData"));
                error = company == null ? "Already tracked" : null;
            }
            added += company == null ? 0 : 1;
            MapOf echo =
                    map("name", sent.get("name"), "domain", sent.get("domain"), "customData", sent.get("customData"));
            results.add(map("input", echo, "company", company, "success", company != null)
                    .and("errors", error == null ? List.of() : List.of(error)));
        }
        return map("companies", results, "total", added, "totalAdded", added);
    }

    @SuppressWarnings("unchecked")
    private static Object remove(DataFetchingEnvironment env, RequestScope scope) {
        List<TrackedCompanyEntry> removed = new ArrayList<>();
        List<String> notFound = new ArrayList<>();
        for (String id : new LinkedHashSet<>((List<String>) Operation.input(env).get("ids"))) {
            TrackedCompanyEntry company = scope.account().trackedCompanies().remove(id);
            if (company == null) {
                notFound.add(id);
            } else {
                removed.add(company);
            }
        }
        long count = removed.size();
        return map("companies", removed, "notFound", notFound, "totalRemoved", count, "totalRemaining", count);
    }

    private static Object removeAll(DataFetchingEnvironment env, RequestScope scope) {
        return map("success", true, "totalRemaining", (long)
                scope.account().trackedCompanies().clear());
    }

    private static Object start(DataFetchingEnvironment env, RequestScope scope) {
        List<TrackedCompanyEntry> companies = scope.account().trackedCompanies().all();
        if (companies.isEmpty()) {
            return map("success", false, "errors", List.of("No companies are tracked"), "task", null)
                    .and("errorCode", "NoTrackedEntities")
                    .and("warnings", List.of());
        }
        TrackingTask task = scope.account().tasks().start(Operation.input(env), companies);
        return map("success", true, "errors", List.of(), "task", seen(task), "errorCode", null, "warnings", List.of());
    }

    private static Object task(DataFetchingEnvironment env, RequestScope scope) {
        TrackingTask task = scope.account().tasks().find(env.getArgument("id"));
        return task == null ? null : new Seen(task, task.progress().poll());
    }

    private static Object cancel(DataFetchingEnvironment env, RequestScope scope) {
        TrackingTask task =
                scope.account().tasks().find((String) Operation.input(env).get("id"));
        String errorCode = scope.account().tasks().cancel(task);
        return map("success", errorCode == null, "error", errorCode, "errorCode", errorCode)
                .and("task", task == null ? null : seen(task));
    }

    private static Seen seen(TrackingTask task) {
        return new Seen(task, task.progress().isProcessing());
    }
}
