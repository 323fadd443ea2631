/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Domains of companies, out of websites and email addresses. */
public final class Domains {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
    private static final Pattern EMAIL = Pattern.compile("([^\\s@<>(),;:\"\\[\\]]{1,64})@([^\\s@]{3,253})");

    /** As mail programs copy it: {@code Ada Example <ada@example.com>}. */
    private static final Pattern NAMED_ADDRESS = Pattern.compile("^[^<>@]*<([^<>]+)>$");

    /** What text around an address leaves at its ends. */
    private static final String AROUND = "<>()[]\"'“”„«»,;.:!|";

    private static final Pattern SCHEME = Pattern.compile("^[a-z]{2,10}:/{1,2}");
    private static final String MAILTO = "mailto:";
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
    private static final Pattern WWW = Pattern.compile("^www\\d?\\.");
    private static final Pattern PATH = Pattern.compile("(?=[/?#\\\\])");
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");
    private static final Pattern MAILBOX_WORDS = Pattern.compile("[._-]+");

    /** Pages that a company has on its own site; with another path, a shared site is a company's page on it. */
    private static final Pattern OWN_PAGE = Pattern.compile(
            "/*(?:(?:index(?:\\.\\w+)?|home|about|about-us|contact|company|careers|[a-z]{2}(?:-[a-z]{2})?)/*)?");

    /** Names under these are given out like those under a country, though a company does it: acme.uk.com. */
    private static final Pattern REGISTRY = Pattern.compile("[a-z]{2,3}\\.(?:com|net|org)|com\\.[a-z]{2}");

    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    /** Mailboxes for everybody: what is before the @ says who, what is after it says nothing. */
    private static final Set<String> MAIL_PROVIDERS = TextResource.words("mail-providers.txt");

    /** Sites where many have a page; with a ! in front, of no company at all. */
    private static final Set<String> SHARED_SITES = TextResource.words("shared-sites.txt");

    private static final Set<String> ROLES = TextResource.words("role-mailboxes.txt");

    private Domains() {}

    /**
     * The host of a website or the domain itself, in lower case, in ASCII and without {@code www.}; empty if it names no company:
     * mail providers, pages on shared sites, public suffixes, names that cannot be registered.
     */
    public static Optional<String> ofWebsite(String website) {
        if (website == null || website.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = SCHEME.matcher(bare(website).toLowerCase(Locale.ROOT)).replaceFirst("");
        String[] parts = PATH.split(text, 2);
        String host =
                PORT.matcher(parts[0].substring(parts[0].lastIndexOf('@') + 1)).replaceFirst("");
        String path = parts.length < 2 ? "" : parts[1];
        return ascii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .map(name -> WWW.matcher(name).replaceFirst(""))
                .filter(Domains::isOfOne)
                .filter(name -> !isPage(name, path));
    }

    /** The domain of an email address; empty for mail providers and for what is no address. */
    public static Optional<String> ofEmail(String email) {
        return email(email)
                .map(address -> address.substring(address.indexOf('@') + 1))
                .filter(Domains::isOfOne);
    }

    /** An email address in lower case, its domain in ASCII; empty for what is none. */
    public static Optional<String> email(String email) {
        if (email == null || email.length() > 320) {
            return Optional.empty();
        }
        String address = NAMED_ADDRESS.matcher(Texts.clean(email)).replaceFirst("$1");
        String bare = bare(address).toLowerCase(Locale.ROOT);
        Matcher matcher = EMAIL.matcher(bare.startsWith(MAILTO) ? bare.substring(MAILTO.length()) : bare);
        return matcher.matches()
                ? ascii(matcher.group(2)).map(domain -> matcher.group(1) + "@" + domain)
                : Optional.empty();
    }

    /** Whether mail to this address is read by whoever has a task, so that it says nothing of a person. */
    public static boolean isRoleMailbox(String email) {
        String mailbox = email.substring(0, Math.max(0, email.indexOf('@'))).toLowerCase(Locale.ROOT);
        String[] words = MAILBOX_WORDS.split(mailbox.split("\\+", 2)[0]);
        String letters = withoutLastDigits(String.join("", words));
        return ROLES.contains(letters) || (words.length > 0 && ROLES.contains(withoutLastDigits(words[0])));
    }

    private static String withoutLastDigits(String text) {
        return LAST_DIGITS.matcher(text).replaceFirst("");
    }

    /** Whether both are names below one registered domain, such as {@code acme.com} and {@code shop.acme.com}. */
    public static boolean same(String one, String other) {
        Optional<String> left = ascii(one);
        Optional<String> right = ascii(other);
        if (left.isEmpty() || right.isEmpty()) {
            return one.equals(other);
        }
        return left.equals(right)
                || (isOfOne(left.get()) && registered(left.get()).equals(registered(right.get())));
    }

    /** What a company calls itself in its domain: {@code acme} in {@code www.acme.co.uk}. */
    public static String label(String domain) {
        String registered = ascii(domain).flatMap(Domains::registered).orElse(domain);
        return IDN.toUnicode(registered).split("\\.", 2)[0];
    }

    private static String bare(String text) {
        return Texts.within(Texts.clean(text), AROUND);
    }

    /** The name of a host as name servers know it; empty if there can be no such host. */
    private static Optional<String> ascii(String host) {
        try {
            String name = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return name.length() <= 253 && DOMAIN.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException unwritable) {
            return Optional.empty();
        }
    }

    private static Optional<String> registered(String host) {
        return Optional.ofNullable(SUFFIXES.getDomainRoot(host));
    }

    /** Whether a host can be one company's: below a public suffix that is not for rent, and no provider's. */
    private static boolean isOfOne(String host) {
        return registered(host).isPresent() && !isRented(host) && !isOrIsBelow(host, MAIL_PROVIDERS::contains);
    }

    private static boolean isRented(String host) {
        String root = SUFFIXES.getDomainRoot(host, DomainType.PRIVATE);
        return root != null
                && !REGISTRY.matcher(root.substring(root.indexOf('.') + 1)).matches();
    }

    private static boolean isPage(String host, String path) {
        boolean isSite = SHARED_SITES.contains(host);
        return isOrIsBelow(host, name -> SHARED_SITES.contains("!" + name))
                || (isSite && !OWN_PAGE.matcher(path).matches())
                || (!isSite && isOrIsBelow(host, SHARED_SITES::contains));
    }

    /** Whether this holds for a host or a domain above it, down to the registered one. */
    private static boolean isOrIsBelow(String host, Predicate<String> test) {
        String name = host;
        while (name.contains(".")) {
            if (test.test(name)) {
                return true;
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        return false;
    }
}
