/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import io.github.camelleadiq.simulator.salesforce.rest.RestApi;
import java.util.regex.Pattern;

/**
 * A REST request as it came in.
 *
 * @param path    without the query, which can hold personal data
 * @param client  name out of {@code Sforce-Call-Options}, or null
 * @param records how many records it names in its body, 0 if it names none
 */
public record SalesforceRequest(RequestKind kind, String method, String path, String client, int records) {
    private static final Pattern RECORD = Pattern.compile("\"attributes\"\\s*:");

    static SalesforceRequest of(RequestKind kind, RawRequest raw) {
        int records = kind == RequestKind.WRITE
                ? (int) RECORD.matcher(raw.text()).results().count()
                : 0;
        return new SalesforceRequest(kind, raw.method(), raw.path(), RestApi.client(raw), records);
    }
}
