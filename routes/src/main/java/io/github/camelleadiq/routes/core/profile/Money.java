/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Amounts of money: LeadIQ's are in one currency, the CRM's in that of the record or of the organisation. */
public final class Money {
    /** The currency of LeadIQ's amounts. */
    public static final String LEADIQ = "USD";

    /** The field by which a record of Salesforce says the currency of its amounts, where an org has several. */
    public static final String CURRENCY_FIELD = "CurrencyIsoCode";

    private static final Set<Source> AMOUNTS = Set.of(Source.COMPANY_REVENUE, Source.COMPANY_FUNDING_TOTAL);
    private static final Set<String> TYPES = Set.of("currency", "number");

    private Money() {}

    /** Whether any of these sources is an amount. */
    static boolean isAny(List<Source> sources) {
        return sources.stream().anyMatch(AMOUNTS::contains);
    }

    /**
     * The currency of the record in which this field cannot take this source as LeadIQ has it; empty if it can, and if
     * either is no amount.
     */
    public static Optional<String> otherCurrency(
            Source source, FieldDescribe field, CrmRecord crmRecord, EnrichmentProfile profile) {
        return isAmount(field) && AMOUNTS.contains(source)
                ? Optional.of(currency(crmRecord, profile)).filter(currency -> !currency.equals(LEADIQ))
                : Optional.empty();
    }

    /** What of a mapping's values will stay unwritten for their currency; empty if nothing will. */
    static Optional<String> warning(
            FieldMapping mapping, FieldDescribe field, EnrichmentProfile profile, ObjectDescribe describe) {
        if (!isAmount(field) || !isAny(mapping.from())) {
            return Optional.empty();
        }
        if (describe.field(CURRENCY_FIELD).isPresent()) {
            return Optional.of("takes amounts in the currency of each record (" + CURRENCY_FIELD + "); LeadIQ's are in "
                    + LEADIQ + ", so records in another currency are left as they are");
        }
        return profile.currency().equals(LEADIQ)
                ? Optional.empty()
                : Optional.of("takes amounts in " + profile.currency() + " by the profile's currency; LeadIQ's are in "
                        + LEADIQ + ", so nothing will be written: leave the field out of the mapping");
    }

    /** Whether a field holds amounts in the currency of the record. */
    private static boolean isAmount(FieldDescribe field) {
        return TYPES.contains(field.type().toLowerCase(Locale.ROOT));
    }

    /** The record's own currency where it says one, else that of the profile. */
    private static String currency(CrmRecord crmRecord, EnrichmentProfile profile) {
        String own = crmRecord.text(CURRENCY_FIELD);
        return own == null ? profile.currency() : own.toUpperCase(Locale.ROOT);
    }
}
