/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Knows the leads seen so far by fingerprints, in about 100 bytes for each identifier. A lead is a duplicate when its most
 * precise identifier was among those of an earlier one; so two people of one name stay two if they differ in email.
 */
final class Duplicates {

    private final Map<Fingerprint, Long> firstLines = new HashMap<>();

    /** The line of the earlier lead, if there was one; else this line is remembered. */
    OptionalLong firstLine(Lead lead, long line) {
        List<Fingerprint> identifiers =
                lead.identifiers().stream().map(Fingerprint::of).toList();
        Long earlier = firstLines.get(identifiers.get(0));
        if (earlier != null) {
            return OptionalLong.of(earlier);
        }
        identifiers.forEach(identifier -> firstLines.putIfAbsent(identifier, line));
        return OptionalLong.empty();
    }
}
