/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/**
 * Reads records by their ids, 100 at a request (HubSpot's developer documentation, "Batch read"). Properties of a contact's
 * company are read by its associations, for 1,000 contacts at a request.
 */
public final class HubSpotReader extends HubSpotBean {
    /** What a name of a property of the company begins with. */
    static final String COMPANY = "company.";

    static final int MOST = 100;
    private static final int MOST_ASSOCIATED = 1_000;
    /** HubSpot's type of the association with a contact's primary company. */
    private static final int PRIMARY = 1;

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");

    /**
     * Reads records.
     *
     * @param ids repeated ids and what cannot be an id are left out
     * @param fields names of properties; for contacts also {@code company.} and a company's property
     * @return in no particular order; without those that are gone, and without those that were merged into another, which has
     *     an id of its own
     * @throws HubSpotCallException if a request fails
     */
    @Handler
    public List<CrmRecord> read(
            @Body List<String> ids,
            @Header(RoutesConstants.OBJECT_TYPE) String objectType,
            @Header(RoutesConstants.FIELDS) Collection<String> fields) {
        Set<String> own = new TreeSet<>();
        Set<String> ofCompany = new TreeSet<>();
        for (String field : fields == null ? List.<String>of() : fields) {
            if (field.startsWith(COMPANY)) {
                ofCompany.add(field.substring(COMPANY.length()));
            } else {
                own.add(field);
            }
        }
        Map<String, JsonNode> found = properties(objectType, ids, own);
        Map<String, Map<String, Object>> companies = ofCompany.isEmpty() || found.isEmpty()
                ? Map.of()
                : companies(objectType, List.copyOf(found.keySet()), ofCompany);
        List<CrmRecord> records = new ArrayList<>();
        found.forEach((id, properties) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            own.forEach(name -> values.put(name, value(properties, name)));
            Map<String, Object> company = companies.getOrDefault(id, Map.of());
            ofCompany.forEach(name -> values.put(COMPANY + name, company.get(name)));
            records.add(new CrmRecord(objectType, id, values));
        });
        return records;
    }

    /** Values by record, of those that are there under the id that was asked for. */
    private Map<String, JsonNode> properties(String objectType, Collection<String> ids, Set<String> names) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(
                ids.stream().filter(id -> ID.matcher(id).matches()).toList()));
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (int from = 0; from < distinct.size(); from += MOST) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + MOST));
            Map<String, Object> question =
                    Map.of("inputs", inputs(some), "properties", names, "propertiesWithHistory", List.of());
            api().ask(api().paths().batchRead(objectType), question)
                    .path("results")
                    .forEach(result -> found.put(result.path("id").asText(), result.path("properties")));
        }
        found.keySet().retainAll(Set.copyOf(distinct));
        return found;
    }

    private Map<String, Map<String, Object>> companies(String from, List<String> ids, Set<String> names) {
        String companies = HubSpotObject.COMPANIES.apiName();
        Map<String, String> companyOf = new HashMap<>();
        for (int start = 0; start < ids.size(); start += MOST_ASSOCIATED) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + MOST_ASSOCIATED));
            api().ask(api().paths().associations(from, companies), Map.of("inputs", inputs(some)))
                    .path("results")
                    .forEach(result -> primary(result.path("to"))
                            .ifPresent(company ->
                                    companyOf.put(result.path("from").path("id").asText(), company)));
        }
        Map<String, JsonNode> found = properties(companies, companyOf.values(), names);
        Map<String, Map<String, Object>> values = new HashMap<>();
        companyOf.forEach((id, company) -> {
            JsonNode properties = found.get(company);
            if (properties != null) {
                Map<String, Object> all = new HashMap<>();
                names.forEach(name -> all.put(name, value(properties, name)));
                values.put(id, all);
            }
        });
        return values;
    }

    /** The company that is marked as the primary one, or the only one: of several others none is the person's employer. */
    private static Optional<String> primary(JsonNode to) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode company : to) {
            String id = company.path("toObjectId").asText();
            all.add(id);
            for (JsonNode type : company.path("associationTypes")) {
                if (type.path("category").asText().equals("HUBSPOT_DEFINED")
                        && type.path("typeId").asInt() == PRIMARY) {
                    return Optional.of(id);
                }
            }
        }
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }

    private static List<Map<String, String>> inputs(List<String> ids) {
        return ids.stream().map(id -> Map.of("id", id)).collect(Collectors.toList());
    }

    /** Texts, or null. */
    private static Object value(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }
}
