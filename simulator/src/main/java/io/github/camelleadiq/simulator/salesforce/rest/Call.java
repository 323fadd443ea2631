/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.salesforce.org.WriteContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A request whose resource has been found.
 *
 * @param base   {@code /services/data/v60.0}
 * @param path   the rest of the path, with the groups of its pattern
 * @param userId who is logged in
 */
record Call(RawRequest raw, String base, Matcher path, String userId) {
    String group(int number) {
        return path.group(number);
    }

    WriteContext writeContext() {
        String client = RestApi.client(raw);
        String version = base.substring(base.lastIndexOf('v') + 1);
        String origin = "com/salesforce/api/rest/" + version + (client == null ? "" : ";client=" + client);
        String duplicates = raw.headers().getOrDefault("sforce-duplicate-rule-header", "");
        return new WriteContext(
                userId,
                client,
                origin,
                !raw.headers().getOrDefault("sforce-auto-assign", "TRUE").equalsIgnoreCase("FALSE"),
                duplicates.replace(" ", "").toLowerCase(Locale.ROOT).contains("allowsave=true"),
                false);
    }

    /** @throws RestException if the body is not one JSON object */
    Map<String, Object> json() {
        try {
            return raw.json();
        } catch (IOException e) {
            throw new RestException(400, "JSON_PARSER_ERROR", "The body is not a JSON object", List.of());
        }
    }
}
