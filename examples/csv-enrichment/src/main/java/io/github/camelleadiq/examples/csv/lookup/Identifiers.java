/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people type into the one form that can be searched for and compared. */
final class Identifiers {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@.,;<>\"]+");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    /** A person's page; company pages and posts lead to nobody. */
    private static final Pattern PROFILE = Pattern.compile(
            "(?:https?://)?(?:[a-z0-9-]+\\.)*linkedin\\.com/(in|pub|sales/lead|sales/people)/([^/?#\\s]+)[^\\s]*",
            Pattern.CASE_INSENSITIVE);

    private Identifiers() {}

    /** {@code "Ada <mailto:Ada@Acme.example>"} becomes {@code ada@acme.example}. */
    static Optional<String> email(String text) {
        String address = text.toLowerCase(Locale.ROOT)
                .replaceFirst("^.*<(.*)>.*$", "$1")
                .replaceFirst("^mailto:", "")
                .strip();
        return Optional.of(address).filter(value -> EMAIL.matcher(value).matches());
    }

    /** {@code "HTTPS://www.Acme.example/about"} becomes {@code acme.example}. */
    static Optional<String> domain(String text) {
        String host = text.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^.*@", "")
                .replaceFirst("[/?#:].*$", "")
                .replaceFirst("^www\\.", "");
        return Optional.of(host).filter(value -> DOMAIN.matcher(value).matches());
    }

    /** {@code "de.linkedin.com/in/Ada-Example/?trk=x"} becomes {@code https://www.linkedin.com/in/ada-example}. */
    static Optional<String> linkedinUrl(String text) {
        Matcher profile = PROFILE.matcher(text);
        if (!profile.matches()) {
            return Optional.empty();
        }
        String kind = profile.group(1).toLowerCase(Locale.ROOT);
        // the ids of Sales Navigator tell upper from lower case
        String id =
                kind.startsWith("sales") ? profile.group(2) : profile.group(2).toLowerCase(Locale.ROOT);
        return Optional.of("https://www.linkedin.com/" + kind + "/" + id);
    }

    /** The same for all spellings of a name: {@code "José  O'NEILL"} and {@code "jose oneill"}. */
    static String comparable(String text) {
        return Normalizer.normalize(decoded(text), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019`.]", "")
                .replaceAll("[^\\p{L}\\p{N}@:/-]+", " ")
                .strip();
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
