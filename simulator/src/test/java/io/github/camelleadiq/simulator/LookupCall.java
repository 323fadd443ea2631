/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Documents that several tests use. */
final class LookupCall {
    static final String EMAIL = people("id name { fullName last } currentPositions { emails { value status } }");
    static final String FULL = people(
            "id confidence name { fullName } linkedin { linkedinUrl } currentPositions {"
                    + " emails { value status } phones { value status } companyInfo { id domain } } personalPhones { value status }");

    private LookupCall() {}

    static String people(String selection) {
        return "query Find($i: SearchPeopleInput!) { searchPeople(input: $i) { totalResults hasMore results { "
                + selection + " } } }";
    }

    static Map<String, Object> by(String field, Object value) {
        return Map.of("i", Map.of(field, value));
    }

    static Map<String, Object> byName(String name, String domain) {
        return Map.of("i", Map.of("fullName", name, "company", Map.of("domain", domain)));
    }

    static JsonNode first(JsonNode data) {
        return data.at("/searchPeople/results/0");
    }
}
