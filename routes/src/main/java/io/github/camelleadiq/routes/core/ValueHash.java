/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.Times;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Recognises a value that we wrote when the CRM gives it back, without keeping the value. CRMs trim text, write numbers
 * and times in their own way, put emails in lower case and turn empty text into null: all of that is the same value.
 */
public final class ValueHash {
    /** A number as text, as long as it cannot be a code: no leading zeros, no plus, no exponent. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?");

    private ValueHash() {}

    /** 64 hexadecimal digits; the same for all spellings of a value, and for null and blank. */
    public static String of(Object value) {
        return digest(canonical(value));
    }

    /**
     * The same, bound to where the value stands: what is kept. One value has another fingerprint in another field or
     * record, so that people cannot be found by guessing one value. Whoever has the table and guesses for each record can
     * still confirm a guess, so fingerprints are personal data too.
     */
    public static String of(String objectType, String recordId, String field, Object value) {
        return bound(objectType, recordId, field, of(value));
    }

    /** What {@link #of(String, String, String, Object)} makes of the value that {@code of(value)} is the hash of. */
    public static String bound(String objectType, String recordId, String field, String valueHash) {
        return digest(objectType + '\n' + recordId + '\n' + field + '\n' + valueHash);
    }

    /** Whether both are spellings of one value. */
    public static boolean same(Object one, Object other) {
        return canonical(one).equals(canonical(other));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String canonical(Object value) {
        if (value == null) {
            return "";
        }
        String text = Normalizer.normalize(value.toString(), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
        if (value instanceof Number || NUMBER.matcher(text).matches()) {
            return number(text);
        }
        return Times.instant(value)
                .map(Object::toString)
                .or(() -> Domains.email(text))
                .orElse(text);
    }

    private static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
        } catch (NumberFormatException notFinite) {
            return text;
        }
    }
}
