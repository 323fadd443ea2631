/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Search, over an index that is some time behind. */
final class SearchResource {
    private static final int MOST_CHARACTERS = 3_000;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_FILTERS_OF_A_GROUP = 6;
    private static final int MOST_FILTERS = 18;
    private static final int PAGE = 10;
    private static final int MOST_OF_A_PAGE = 200;
    private static final int MOST_IN_ALL = 10_000;

    private final Portal portal;
    private final Duration lag;

    SearchResource(Portal portal, Duration lag) {
        this.portal = portal;
        this.lag = lag;
    }

    HttpAnswer search(HubSpotCall call) {
        if (call.raw().text().length() > MOST_CHARACTERS) {
            throw HubSpotException.invalid("The request body is longer than " + MOST_CHARACTERS + " characters");
        }
        CrmObject type = call.object();
        Map<String, Object> body = call.json();
        if (body.get("query") instanceof String query && !query.isBlank()) {
            throw HubSpotException.invalid("The simulator searches by filters, not by words");
        }
        List<List<SearchFilter>> groups = groups(type, body);
        int limit = number(body.get("limit"), PAGE, "limit");
        int after = number(body.get("after"), 0, "after");
        if (limit < 1 || limit > MOST_OF_A_PAGE) {
            throw HubSpotException.invalid("The limit must be between 1 and " + MOST_OF_A_PAGE);
        }
        if (after + limit > MOST_IN_ALL) {
            throw HubSpotException.invalid("Paging past " + MOST_IN_ALL + " results is not supported");
        }
        Instant indexed = portal.now().minus(lag);
        List<PortalRecord> found =
                found(type, groups, indexed).sorted(order(type, body, indexed)).toList();
        List<PortalRecord> page = found.stream().skip(after).limit(limit).toList();
        List<String> properties = HubSpotCall.texts(body.get("properties"), "properties");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", found.size());
        answer.put(
                "results",
                page.stream()
                        .map(record -> ObjectsResource.view(record, properties, indexed))
                        .toList());
        if (after + page.size() < found.size()) {
            answer.put("paging", Map.of("next", Map.of("after", String.valueOf(after + page.size()))));
        }
        return HttpAnswer.json(200, JsonBodies.bytes(answer));
    }

    private Stream<PortalRecord> found(CrmObject type, List<List<SearchFilter>> groups, Instant indexed) {
        return portal.all(type, 0).stream()
                .filter(record -> record.value(CrmObject.ID, indexed) != null)
                .filter(record -> groups.isEmpty()
                        || groups.stream().anyMatch(group -> group.stream().allMatch(f -> f.matches(record, indexed))));
    }

    private List<List<SearchFilter>> groups(CrmObject type, Map<String, Object> body) {
        List<List<SearchFilter>> groups = HubSpotCall.objects(body.get("filterGroups"), "filterGroups").stream()
                .map(group -> HubSpotCall.objects(group.get("filters"), "filters").stream()
                        .map(filter -> SearchFilter.of(filter, known(type, filter.get("propertyName"))))
                        .toList())
                .toList();
        if (groups.size() > MOST_GROUPS
                || groups.stream().anyMatch(group -> group.size() > MOST_FILTERS_OF_A_GROUP)
                || groups.stream().mapToInt(List::size).sum() > MOST_FILTERS) {
            throw HubSpotException.invalid("A search has at most " + MOST_GROUPS + " groups of "
                    + MOST_FILTERS_OF_A_GROUP + " filters, and " + MOST_FILTERS + " filters in all");
        }
        return groups;
    }

    /** By id unless asked otherwise. */
    private Comparator<PortalRecord> order(CrmObject type, Map<String, Object> body, Instant indexed) {
        Comparator<PortalRecord> byId = Comparator.comparingLong(PortalRecord::id);
        if (!(body.get("sorts") instanceof List<?> sorts) || sorts.isEmpty()) {
            return byId;
        }
        if (sorts.size() > 1) {
            throw HubSpotException.invalid("Only one sort rule is supported");
        }
        // the official clients send the name of the property alone
        Object name = sorts.get(0) instanceof Map<?, ?> sort ? sort.get("propertyName") : sorts.get(0);
        boolean falling = sorts.get(0) instanceof Map<?, ?> sort && "DESCENDING".equals(sort.get("direction"));
        PortalProperty property = known(type, name);
        if (property.name().equals(CrmObject.ID)) {
            return falling ? byId.reversed() : byId;
        }
        Comparator<String> byValue = (a, b) -> PropertyValues.compare(property.type(), a, b);
        return Comparator.comparing(
                        (PortalRecord record) -> record.value(property.name(), indexed),
                        Comparator.nullsLast(falling ? byValue.reversed() : byValue))
                .thenComparing(byId);
    }

    private PortalProperty known(CrmObject type, Object name) {
        PortalProperty property = name instanceof String text ? portal.property(type, text) : null;
        if (property == null) {
            throw HubSpotException.invalid("There was a problem with the request: no such property to search by");
        }
        return property;
    }

    private static int number(Object value, int otherwise, String what) {
        try {
            return value == null || value.equals("") ? otherwise : Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw HubSpotException.invalid("Invalid input JSON: " + what + " is not a number");
        }
    }
}
