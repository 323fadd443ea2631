/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.NonNullType;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import java.util.Map;

/** Arguments that are in order. */
public final class Samples {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, String> INPUTS = Map.ofEntries(
            Map.entry("searchPeople", "{'firstName':'Ada'}"),
            Map.entry("searchPeoplePreview", "{'email':'ada@example.com'}"),
            Map.entry("searchCompany", "{'domain':'example.com'}"),
            Map.entry("flatAdvancedSearch", "{'companyFilter':{'names':['Example']}}"),
            Map.entry("groupedAdvancedSearch", "{'companyFilter':{'names':['Example']}}"),
            Map.entry("matchProfile", "{'email':'ada@example.com'}"),
            Map.entry("regeneratedTime", "{'personId':'p1'}"),
            Map.entry("regenerate", "{'personId':'p1'}"),
            Map.entry("addTrackedCompanies", "{'companies':[{'name':'Example','domain':'example.com'}]}"),
            Map.entry("removeTrackedCompanies", "{'ids':['c1']}"),
            Map.entry("startCompanyTrackingTask", "{'monthsBack':3}"),
            Map.entry("cancelCompanyTrackingTask", "{'id':'t1'}"),
            Map.entry("createList", "{'name':'Leads'}"),
            Map.entry("addProspectToList", "{'firstName':'Ada','lastName':'Example'}"),
            Map.entry("submitPersonFeedback", "{'value':'ada@example.com'}"),
            Map.entry(
                    "trackContacts",
                    "{'importId':'i1','contacts':[{'companyName':'Example','firstName':'Ada','lastName':'Example'}]}"));

    private Samples() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The arguments that the operation cannot do without. */
    public static ObjectNode required(LeadIQOperation operation) {
        ObjectNode arguments = MAPPER.createObjectNode();
        OperationDocument.of(operation).arguments().stream()
                .filter(argument -> argument.getType() instanceof NonNullType && argument.getDefaultValue() == null)
                .forEach(argument -> arguments.set(
                        argument.getName(),
                        argument.getName().equals("input") ? json(INPUTS.get(operation.graphqlName())) : json("'x1'")));
        return arguments;
    }
}
