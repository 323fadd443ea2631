/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.Set;

/**
 * What to ask for, and so what to pay for.
 *
 * @param dataPoints the data points to select from the packaged document; null for the document's own defaults
 * @param fields a GraphQL selection in place of the packaged one, or null. Data points do not apply to it.
 */
public record Selection(Set<DataPoint> dataPoints, String fields) {

    /** What the packaged document asks for by default. */
    public static final Selection DEFAULT = new Selection(null, null);

    public static Selection of(Set<DataPoint> dataPoints) {
        return new Selection(Set.copyOf(dataPoints), null);
    }

    public static Selection ofFields(String fields) {
        return new Selection(null, fields);
    }
}
