/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;
import java.text.Normalizer;

/**
 * A value's fingerprint, to tell whether a field still has what we wrote without keeping what that was. The same value
 * has another fingerprint in another field or record, so that people cannot be found by guessing one value; whoever has
 * the table and guesses for each record can still confirm a guess, so fingerprints are personal data too.
 */
public final class ValueHash {
    private ValueHash() {}

    /**
     * @param value text, number, boolean or null; null and blank text have the same fingerprint, and so have 1 and 1.0
     */
    public static String of(String objectType, String recordId, String field, Object value) {
        return Digest.of(objectType + '\n' + recordId + '\n' + field + '\n' + canonical(value));
    }

    private static String canonical(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            // not in plain notation: 1E999999999 would be a very long text
            return new BigDecimal(number.toString()).stripTrailingZeros().toString();
        }
        return Normalizer.normalize(value.toString(), Normalizer.Form.NFC).strip();
    }
}
