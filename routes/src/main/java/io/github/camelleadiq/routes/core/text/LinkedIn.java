/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to LinkedIn pages, which people paste in many spellings. */
public final class LinkedIn {
    private static final int MAX_LENGTH = 500;
    private static final String HOST = "https://www.linkedin.com/";
    private static final Pattern LINK = Pattern.compile(
            "^(?:https?:/{1,2})?(?:[a-z0-9-]{1,10}\\.)?linkedin\\.(?:com|cn)(?::\\d{1,5})?/+(?:(?:mwlite|comm|m|incareer|mycompany)/+)?"
                    + "(in|pub|company|school|showcase)/+([^\\s]{1,400})$",
            Pattern.CASE_INSENSITIVE);

    /** What text around a link leaves at its ends. */
    private static final String AROUND = "<>(){}[]\"'“”„«»,;.:!|";

    /** The name, and the number of the person in three parts. */
    private static final Pattern OLD_FORM =
            Pattern.compile("([^/]+)/([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", Pattern.CASE_INSENSITIVE);

    /** A member's id, in which capitals matter; no chosen address looks like it. */
    private static final Pattern MEMBER = Pattern.compile("A(?:Co|Cw|EM|DE|CR|AE)AA[A-Za-z0-9_-]+");

    private static final Pattern MEMBER_IN_LOWER_CASE = Pattern.compile("a(?:co|cw)aa[a-z0-9_-]{20,}");

    /** Addresses that show something else to everybody who follows them. */
    private static final Set<String> NOT_PEOPLE = Set.of("me", "edit", "dir", "unavailable", "settings");

    private static final Set<String> NOT_COMPANIES = Set.of("unavailable", "setup", "admin", "me", "my-company");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private LinkedIn() {}

    /**
     * The one spelling of a link to a person; empty for any other text, lists of people and Sales Navigator's links among it.
     * Links that hold a member's id keep their case.
     */
    public static Optional<String> person(String url) {
        return link(url)
                .filter(link -> link.kind.equals("in") || link.kind.equals("pub"))
                .flatMap(Link::person);
    }

    /** The one spelling of a link to a company; empty for any other text. */
    public static Optional<String> company(String url) {
        return link(url)
                .filter(link -> !link.kind.equals("in") && !link.kind.equals("pub"))
                .map(link -> new Link(link.kind, link.firstPart().toLowerCase(Locale.ROOT)))
                .filter(link -> !link.path.isEmpty() && !NOT_COMPANIES.contains(link.path))
                .map(Link::toString);
    }

    /**
     * What two links, as {@link #person} or {@link #company} give them, say of each other. Links of different kinds, such as a
     * chosen address and a number, can be about the same page.
     */
    public static Agreement compare(String one, String other) {
        if (one.equals(other)) {
            return Agreement.AGREES;
        }
        String[] left = one.substring(HOST.length()).split("/", 2);
        String[] right = other.substring(HOST.length()).split("/", 2);
        boolean isSameKind = left[0].equals(right[0]) && kind(left[1]) == kind(right[1]);
        if (isSameKind) {
            return Agreement.CONTRADICTS;
        }
        // a school is a company as well; the older form without its number is no company in particular
        boolean isSameAddress = left[1].equals(right[1]) && !left[0].equals("pub") && !right[0].equals("pub");
        return isSameAddress ? Agreement.AGREES : Agreement.NOT_COMPARABLE;
    }

    /** The number in a link to a company; empty if its address is a chosen one. */
    public static Optional<String> companyNumber(String link) {
        String path = link.substring(link.lastIndexOf('/') + 1);
        return NUMBER.matcher(path).matches() ? Optional.of(path) : Optional.empty();
    }

    /** 0 for a chosen address, others for what cannot be compared with it. */
    private static int kind(String path) {
        if (path.contains("/")) {
            return 1;
        }
        return MEMBER.matcher(path).matches() ? 2 : NUMBER.matcher(path).matches() ? 3 : 0;
    }

    private record Link(String kind, String path) {
        Optional<String> person() {
            if (kind.equals("pub")) {
                Matcher old = OLD_FORM.matcher(path.replaceFirst("/+$", ""));
                if (old.lookingAt()) {
                    return Optional.of(HOST + "pub/" + old.group().toLowerCase(Locale.ROOT));
                }
            }
            String name = firstPart();
            boolean isMember = MEMBER.matcher(name).matches();
            String address = isMember ? name : name.toLowerCase(Locale.ROOT);
            boolean isNobody = address.isEmpty()
                    || NOT_PEOPLE.contains(address)
                    // a member's id that has lost its capitals
                    || (!isMember && MEMBER_IN_LOWER_CASE.matcher(address).matches());
            return isNobody ? Optional.empty() : Optional.of(HOST + kind + "/" + address);
        }

        String firstPart() {
            return path.split("/", 2)[0];
        }

        @Override
        public String toString() {
            return HOST + kind + "/" + path;
        }
    }

    private static Optional<Link> link(String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = Texts.within(Texts.clean(url), AROUND);
        Matcher matcher = LINK.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return decode(matcher.group(2).split("[?#]", 2)[0])
                // what was escaped can hold the end as well
                .map(path -> Texts.before(Texts.clean(path.split("[?#&]", 2)[0]), AROUND))
                .filter(path -> path.codePoints().noneMatch(Character::isISOControl) && !path.startsWith("/"))
                .map(path -> new Link(matcher.group(1).toLowerCase(Locale.ROOT), path));
    }

    private static Optional<String> decode(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.codePoints().anyMatch(Character::isISOControl) || decoded.contains("\ufffd")
                    ? Optional.empty()
                    : Optional.of(Normalizer.normalize(decoded, Normalizer.Form.NFC));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }
}
