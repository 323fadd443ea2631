/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Source;
import java.util.Locale;
import java.util.Set;

/** Amounts of money: LeadIQ's are in one currency, the CRM's in that of the record or of the organisation. */
final class Money {
    /** The currency of LeadIQ's amounts. */
    static final String LEADIQ = "USD";

    private static final Set<String> AMOUNTS =
            Set.of(Source.COMPANY_REVENUE.path(), Source.COMPANY_FUNDING_TOTAL.path());

    private Money() {}

    /** Whether this source is an amount. */
    static boolean isMoney(String source) {
        return AMOUNTS.contains(source);
    }

    /** Whether a field holds amounts in the currency of the record. */
    static boolean isAmount(FieldDescribe field) {
        return Set.of("currency", "number").contains(field.type().toLowerCase(Locale.ROOT));
    }

    /** The record's own currency where it says one, else that of the profile. */
    static String currency(CrmRecord crmRecord, EnrichmentProfile profile) {
        String own = crmRecord.text(EnrichmentProfile.CURRENCY_FIELD);
        return own == null ? profile.currency() : own.toUpperCase(Locale.ROOT);
    }
}
