/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to LinkedIn pages, which people paste in many spellings. */
public final class LinkedIn {
    private static final int MAX_LENGTH = 500;
    private static final String SITE = "^(?:https?://)?(?:[a-z0-9-]{1,10}\\.)?linkedin\\.com/";
    private static final Pattern PERSON = Pattern.compile(SITE + "(?:mwlite/)?(in|pub)/([^/?#\\s]{1,200}).*$");
    private static final Pattern COMPANY =
            Pattern.compile(SITE + "(?:mwlite/)?(company|school|showcase)/([^/?#\\s]{1,200}).*$");

    private LinkedIn() {}

    /** The one spelling of a link to a person; empty for any other text, Sales Navigator's links among it. */
    public static Optional<String> person(String url) {
        return normalize(PERSON, url);
    }

    /** The one spelling of a link to a company; empty for any other text. */
    public static Optional<String> company(String url) {
        return normalize(COMPANY, url);
    }

    private static Optional<String> normalize(Pattern pattern, String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(url.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return decode(matcher.group(2)).map(slug -> "https://www.linkedin.com/" + matcher.group(1) + "/" + slug);
    }

    private static Optional<String> decode(String slug) {
        try {
            String decoded = URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean plain = decoded.codePoints().noneMatch(Character::isISOControl);
            return plain ? Optional.of(Normalizer.normalize(decoded, Normalizer.Form.NFC)) : Optional.empty();
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
