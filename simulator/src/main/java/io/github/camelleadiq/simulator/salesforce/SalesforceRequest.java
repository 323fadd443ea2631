/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;

/**
 * A REST request as it came in.
 *
 * @param path    without the query, which can hold personal data
 * @param client  name out of {@code Sforce-Call-Options}, or null
 * @param records how many records it names in its body, 0 if it names none
 */
public record SalesforceRequest(RequestKind kind, String method, String path, String client, int records) {}
