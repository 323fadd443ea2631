/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.report.Coverage;
import io.github.camelleadiq.routes.salesforce.SalesforceApi;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks Salesforce how many records have nothing in a field. */
final class FieldCounts {

    private FieldCounts() {}

    /**
     * How full the mapped fields are now, and were before something was filled.
     *
     * @param filled how many values were written, by {@code Object.Field}
     */
    static List<Coverage> of(EnrichmentApplication enrichment, List<String> objects, Map<String, Long> filled)
            throws IOException {
        List<Coverage> coverage = new ArrayList<>();
        for (String object : objects) {
            ObjectDescribe describe = enrichment.describe(object);
            long records = count(enrichment.salesforce(), object, null);
            for (FieldMapping mapping : EnrichmentApplication.profile(object).mappings()) {
                String field = mapping.field();
                long empty = describe.field(field).isPresent() ? count(enrichment.salesforce(), object, field) : -1;
                if (empty >= 0) {
                    long before = empty + filled.getOrDefault(object + "." + field, 0L);
                    coverage.add(new Coverage(object, field, records, Math.min(before, records), empty));
                }
            }
        }
        return coverage;
    }

    /** Negative if Salesforce does not count by this field: long texts. */
    private static long count(SalesforceApi salesforce, String object, String emptyField) {
        String where = emptyField == null ? "" : " WHERE " + emptyField + " = null";
        try {
            return salesforce.query("SELECT COUNT() FROM " + object + where, page -> {});
        } catch (SalesforceCallException e) {
            if (emptyField == null || e.isRetryable()) {
                throw e;
            }
            return -1;
        }
    }
}
