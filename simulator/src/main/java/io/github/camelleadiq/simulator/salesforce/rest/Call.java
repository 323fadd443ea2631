/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.salesforce.org.WriteContext;
import java.util.Locale;
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
        String client = raw.client();
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
}
