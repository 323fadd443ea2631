/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/** Reads records by their ids: one request for 2,000 of them, or for 200 where fields of related records are wanted. */
public final class SalesforceReader extends SalesforceBean {
    /**
     * What a retrieve takes: <a
     * href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve.htm">
     * sObject Collections</a>.
     */
    static final int MOST = 2_000;

    /**
     * A query is a part of the address, and camel-salesforce sends 8,192 bytes of address and headers at most
     * ({@code httpRequestBufferSize}): 200 ids are 5,400 of them.
     */
    static final int MOST_QUERIED = 200;

    /**
     * Reads records.
     *
     * @param ids repeated ids and what cannot be an id are left out
     * @param fields names, also of fields of related records such as {@code Account.Website}
     * @return in no particular order; those that are deleted or that we may not see are left out
     * @throws SalesforceCallException if a request fails
     */
    @Handler
    public List<CrmRecord> read(
            @Body List<String> ids,
            @Header(RoutesConstants.OBJECT_TYPE) String objectType,
            @Header(RoutesConstants.FIELDS) Collection<String> fields) {
        Soql.object(objectType);
        Set<String> names = Soql.fields(fields == null ? List.of() : fields);
        List<String> distinct =
                List.copyOf(new LinkedHashSet<>(ids.stream().filter(Soql::isId).toList()));
        List<CrmRecord> records = new ArrayList<>(distinct.size());
        // collections know nothing of related records
        boolean areRelated = names.stream().anyMatch(name -> name.contains("."));
        int most = areRelated ? MOST_QUERIED : MOST;
        for (int from = 0; from < distinct.size(); from += most) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + most));
            Consumer<JsonNode> collect = node -> records.add(Records.parse(objectType, names, node));
            if (areRelated) {
                api().query(Soql.byIds(objectType, names, some), page -> page.forEach(collect));
            } else {
                retrieve(objectType, names, some).forEach(collect);
            }
        }
        return records;
    }

    private List<JsonNode> retrieve(String objectType, Set<String> names, List<String> ids) {
        Set<String> fields = new LinkedHashSet<>(List.of("Id"));
        fields.addAll(names);
        List<JsonNode> found = new ArrayList<>();
        api().send("POST", "/composite/sobjects/" + objectType, Map.of("ids", ids, "fields", fields), Map.of())
                .forEach(node -> {
                    if (node.isObject()) {
                        found.add(node);
                    }
                });
        return found;
    }
}
