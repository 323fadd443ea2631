/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says the places of a company filter in the words of the other dialect: the documented lists {@code cities},
 * {@code states}, {@code countries}, {@code postalCodes}, of which each that is given must match, or the live list
 * {@code locations}, of whose entries one must match in all its parts.
 */
final class LocationMapping {

    /** The documented list for each part of a live location. */
    private static final Map<String, String> LIST_OF_PART = parts();

    /** Lists multiply: three countries and four cities are twelve locations. More than this is an accident. */
    private static final int MAXIMUM_LOCATIONS = 1_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LocationMapping() {}

    private static Map<String, String> parts() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("city", "cities");
        lists.put("areaLevel1", "states");
        lists.put("country", "countries");
        lists.put("postalCode", "postalCodes");
        return lists;
    }

    /** The members of a filter that say places, in either dialect. */
    static Stream<String> places(JsonNode filter) {
        return Stream.concat(Stream.of("locations"), LIST_OF_PART.values().stream())
                .filter(filter::has);
    }

    /** Replaces the documented lists by {@code locations}: every combination of their values. */
    static void toLocations(ObjectNode filter, String path) {
        List<ObjectNode> locations = new ArrayList<>(List.of(NODES.objectNode()));
        for (Map.Entry<String, String> part : LIST_OF_PART.entrySet()) {
            JsonNode values = filter.remove(part.getValue());
            if (values != null && !values.isEmpty()) {
                locations = combine(locations, part.getKey(), values, path);
            }
        }
        if (locations.size() == 1 && locations.get(0).isEmpty()) {
            return;
        }
        if (filter.has("locations")) {
            throw new InvalidInputException(
                    path,
                    "has locations as well as cities, states, countries or postalCodes: give the one or the others");
        }
        filter.putArray("locations").addAll(locations);
    }

    private static List<ObjectNode> combine(List<ObjectNode> locations, String part, JsonNode values, String path) {
        if ((long) locations.size() * values.size() > MAXIMUM_LOCATIONS) {
            throw new InvalidInputException(
                    path, "combines to more than " + MAXIMUM_LOCATIONS + " locations, which is what this server takes");
        }
        List<ObjectNode> combined = new ArrayList<>();
        for (ObjectNode location : locations) {
            for (JsonNode value : values) {
                combined.add(location.deepCopy().set(part, value));
            }
        }
        return combined;
    }

    /** Replaces {@code locations} by the documented lists, if these say exactly the same. */
    static void toLists(ObjectNode filter, String path) {
        JsonNode locations = filter.remove("locations");
        if (locations == null || locations.isEmpty()) {
            return;
        }
        Map<String, Set<JsonNode>> lists = new LinkedHashMap<>();
        for (JsonNode location : locations) {
            location.fields()
                    .forEachRemaining(part -> lists.computeIfAbsent(part.getKey(), any -> new LinkedHashSet<>())
                            .add(part.getValue()));
        }
        // a double, because the product can be beyond a long; it is exact as far as it can equal a size
        double combinations =
                lists.values().stream().mapToDouble(Set::size).reduce(1, (product, size) -> product * size);
        Set<JsonNode> distinct = new HashSet<>();
        locations.forEach(distinct::add);
        boolean sameParts = distinct.stream().allMatch(location -> location.size() == lists.size());
        if (!sameParts || distinct.size() != combinations) {
            throw new UnsupportedInputException(
                    path + ".locations",
                    "cannot be said to this server, which has only separate lists of cities, states, countries and"
                            + " postalCodes; ask once for each location");
        }
        lists.forEach((part, values) -> {
            String list = LIST_OF_PART.get(part);
            ArrayNode existing = filter.withArray(list);
            if (!existing.isEmpty()) {
                throw new InvalidInputException(
                        path, "has locations as well as " + list + ": give the one or the other");
            }
            existing.addAll(values);
        });
    }
}
