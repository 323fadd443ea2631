/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Domains of companies, out of websites and email addresses. */
public final class Domains {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,62}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"\\[\\]]{1,64}@([^\\s@]{3,253})");

    /** Mailboxes for everybody: what is before the @ says who, what is after it says nothing. */
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.fr",
            "yahoo.de",
            "ymail.com",
            "rocketmail.com",
            "hotmail.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "hotmail.de",
            "outlook.com",
            "outlook.de",
            "outlook.fr",
            "live.com",
            "live.co.uk",
            "msn.com",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "gmx.ch",
            "web.de",
            "t-online.de",
            "freenet.de",
            "mail.com",
            "mail.ru",
            "yandex.ru",
            "yandex.com",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "zoho.com",
            "fastmail.com",
            "tutanota.com",
            "hey.com",
            "qq.com",
            "163.com",
            "126.com",
            "sina.com",
            "naver.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "libero.it",
            "comcast.net",
            "verizon.net",
            "att.net",
            "sbcglobal.net",
            "btinternet.com",
            "bigpond.com",
            "rediffmail.com",
            "uol.com.br");

    /** Sites where many companies have a page; not the domain of any of them. */
    private static final Set<String> SHARED_SITES = Set.of(
            "linkedin.com",
            "facebook.com",
            "twitter.com",
            "x.com",
            "instagram.com",
            "youtube.com",
            "crunchbase.com",
            "wordpress.com",
            "wixsite.com",
            "github.io",
            "bit.ly");

    /** The second level under some countries, where companies register at the third. */
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne");

    private Domains() {}

    /** The host of a website or the domain itself, in lower case without {@code www.}; empty if it names no company. */
    public static Optional<String> ofWebsite(String website) {
        if (website == null || website.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String host = website.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]{2,10}://", "");
        host = host.split("[/?#\\\\]", 2)[0];
        host = host.substring(host.lastIndexOf('@') + 1).replaceFirst(":\\d{0,5}$", "");
        return company(host.replaceFirst("^www\\d?\\.", "").replaceFirst("\\.$", ""));
    }

    /** The domain of an email address; empty for free mail and for what is no address. */
    public static Optional<String> ofEmail(String email) {
        return email(email)
                .map(address -> address.substring(address.indexOf('@') + 1))
                .flatMap(Domains::company);
    }

    /** An email address in lower case; empty for what is none. */
    public static Optional<String> email(String email) {
        if (email == null || email.length() > 320) {
            return Optional.empty();
        }
        String address = email.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = EMAIL.matcher(address);
        return matcher.matches() && DOMAIN.matcher(matcher.group(1)).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Whether both are the same domain, or one is a subdomain of the other. */
    public static boolean same(String one, String other) {
        return one.equals(other) || isBelow(one, other) || isBelow(other, one);
    }

    /** What a company calls itself in its domain: {@code acme} in {@code www.acme.co.uk}. */
    public static String label(String domain) {
        String[] labels = domain.split("\\.");
        int last = labels.length - 2;
        if (last > 0 && SECOND_LEVEL.contains(labels[last])) {
            last--;
        }
        return labels[Math.max(0, last)];
    }

    private static boolean isBelow(String sub, String domain) {
        String[] labels = domain.split("\\.");
        boolean registry = labels.length < 2 || (labels.length == 2 && SECOND_LEVEL.contains(labels[0]));
        return !registry && sub.endsWith("." + domain);
    }

    private static Optional<String> company(String host) {
        boolean usable = host.length() <= 253
                && DOMAIN.matcher(host).matches()
                && !FREE_MAIL.contains(host)
                && SHARED_SITES.stream().noneMatch(site -> host.equals(site) || host.endsWith("." + site));
        return usable ? Optional.of(host) : Optional.empty();
    }
}
