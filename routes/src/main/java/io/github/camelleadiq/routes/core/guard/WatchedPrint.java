/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.OptOut;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fingerprint of the fields whose change is worth a look, to tell later which of them have changed where no event says it,
 * without keeping the values.
 */
public final class WatchedPrint {
    /** Of each field; enough to tell two values of one field apart. */
    private static final int DIGITS = 8;

    private WatchedPrint() {}

    /** The watched fields as the record has them now. */
    public static String of(CrmRecord crmRecord, EnrichmentProfile profile) {
        List<String> fields = fields(profile);
        return digits(ValueHash.of(fields))
                + fields.stream()
                        .map(field -> digits(
                                ValueHash.of(crmRecord.objectType(), crmRecord.id(), field, crmRecord.text(field))))
                        .collect(Collectors.joining());
    }

    /** Whether this was made of the same fields, and all of them are read, so that there is something to compare. */
    static boolean isComparable(String then, EnrichmentProfile profile) {
        List<String> fields = fields(profile);
        return profile.fieldsToRead().containsAll(fields)
                && then.length() == DIGITS * (fields.size() + 1)
                && then.startsWith(digits(ValueHash.of(fields)));
    }

    /** The watched fields that have another value now, or none any more. */
    static List<String> changed(String then, CrmRecord crmRecord, EnrichmentProfile profile) {
        List<String> fields = fields(profile);
        String now = of(crmRecord, profile);
        return IntStream.range(0, fields.size())
                .filter(i -> !now.regionMatches(DIGITS * (i + 1), then, DIGITS * (i + 1), DIGITS))
                .mapToObj(fields::get)
                .toList();
    }

    /** In one order. */
    private static List<String> fields(EnrichmentProfile profile) {
        return Stream.concat(
                        profile.watched().stream(), profile.optOuts().stream().map(OptOut::field))
                .distinct()
                .sorted()
                .toList();
    }

    private static String digits(String hash) {
        return hash.substring(0, DIGITS);
    }
}
