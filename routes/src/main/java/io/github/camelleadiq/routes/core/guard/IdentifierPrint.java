/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A fingerprint of what a record can be looked up by, to tell later what of it is new without keeping the values. */
public final class IdentifierPrint {
    /** Of each identifier; enough to tell two values of one field apart. */
    private static final int DIGITS = 8;

    private static final String NOTHING = "0".repeat(DIGITS);

    private IdentifierPrint() {}

    /** The identifiers that the record has now. The whole name is one only where its parts are not known. */
    public static String of(CrmRecord crmRecord, EnrichmentProfile profile) {
        boolean hasParts = profile.identifier(crmRecord, Identifier.FIRST_NAME).isPresent()
                && profile.identifier(crmRecord, Identifier.LAST_NAME).isPresent();
        return Arrays.stream(Identifier.values())
                .map(identifier -> profile.identifier(crmRecord, identifier)
                        .filter(value -> identifier != Identifier.FULL_NAME || !hasParts)
                        .map(value -> ValueHash.of(
                                        crmRecord.objectType(), crmRecord.id(), identifier.profileName(), value)
                                .substring(0, DIGITS))
                        .orElse(NOTHING))
                .collect(Collectors.joining());
    }

    /** Which identifiers the record has now and did not have then; one that was taken away is not among them. */
    static List<Identifier> added(String then, CrmRecord crmRecord, EnrichmentProfile profile) {
        String now = of(crmRecord, profile);
        return Arrays.stream(Identifier.values())
                .filter(identifier -> !part(now, identifier).equals(NOTHING)
                        && !part(now, identifier).equals(part(then, identifier)))
                .toList();
    }

    private static String part(String print, Identifier identifier) {
        int from = identifier.ordinal() * DIGITS;
        return print.length() < from + DIGITS ? NOTHING : print.substring(from, from + DIGITS);
    }
}
