/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cached answer can be erased by. Written alike more generously than for finding answers: to erase one too many
 * costs a lookup, to erase one too few breaks a promise.
 */
public final class Identifiers {

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "_id",
            "source",
            "personId",
            "companyId",
            "linkedinId",
            "linkedinUrl",
            "salesUrls",
            "url",
            "email",
            "hashedEmail",
            "emails",
            "workEmails",
            "verifiedWorkEmails",
            "verifiedLikelyWorkEmails",
            "personalEmails",
            "phone",
            "phones",
            "workPhones",
            "personalPhones",
            "value",
            "domain");

    private static final Pattern LINKEDIN_HOST =
            Pattern.compile("^(?:https?://)?(?:[a-z0-9-]{1,20}\\.)?linkedin\\.com/");
    private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d\\s().-]{5,30}\\d");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");

    private Identifiers() {}

    /** All identifiers that stand anywhere in a value, normalised. */
    static Set<String> in(JsonNode... values) {
        Set<String> found = new HashSet<>();
        for (JsonNode value : values) {
            collect("", value, found);
        }
        return found;
    }

    /** The forms under which an entry with this identifier can be found: an address also by its hash. */
    public static Set<String> formsOf(String identifier) {
        String plain = normalise(identifier);
        return plain.contains("@") ? Set.of(plain, sha256(plain)) : Set.of(plain);
    }

    private static void collect(String member, JsonNode value, Set<String> found) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> collect(memberName(field.getKey()), field.getValue(), found));
        } else if (value.isArray()) {
            value.forEach(item -> collect(member, item, found));
        } else if (value.isTextual()
                && (MEMBERS.contains(member) || value.textValue().contains("@"))) {
            found.add(normalise(value.textValue()));
        }
    }

    /** Cached answers have the arguments of a field behind its name. */
    private static String memberName(String key) {
        int arguments = key.indexOf('(');
        return arguments < 0 ? key : key.substring(0, arguments);
    }

    static String normalise(String identifier) {
        String plain =
                Normalizer.normalize(identifier, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (PHONE.matcher(plain).matches()) {
            return NO_DIGITS.matcher(plain).replaceAll("");
        }
        return NormalisedInput.stripUrl(plain, LINKEDIN_HOST);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
