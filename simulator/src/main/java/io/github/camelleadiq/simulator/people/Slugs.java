/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns names, addresses and URLs into the canonical form that identifies an invented person or company, and back. */
final class Slugs {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final Pattern DOMAIN = Pattern.compile("[^\\s/@.]+(\\.[^\\s/@.]+)+");

    private Slugs() {}

    /** {@code "José O'Neill"} becomes {@code jose-oneill}. */
    static String of(String name) {
        String plain = name;
        if (!isPlainAscii(name)) {
            plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                    .replaceAll("");
        }
        plain = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return EDGES.matcher(SEPARATORS.matcher(plain).replaceAll("-")).replaceAll("");
    }

    private static boolean isPlainAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    /** {@code jose-oneill} becomes {@code Jose Oneill}. */
    static String toName(String slug) {
        return Arrays.stream(slug.split("-"))
                .filter(s -> !s.isEmpty())
                .map(s -> s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** A host name in lower case, out of a host name, URL or email address. */
    static String domain(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        host = host.replaceFirst("^[a-z]+://", "").replaceFirst("^.*@", "").replaceFirst("[/?#:].*$", "");
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }

    static String ofDomain(String domain) {
        return domain.replace(".", "-dot-");
    }

    static String toDomain(String slug) {
        return slug.replace("-dot-", ".");
    }

    /** The last segment of a LinkedIn URL, or of whatever was given instead of one. */
    static String lastSegment(String url) {
        String path = url.strip().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        String segment = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return segment.toLowerCase(Locale.ROOT);
        }
    }
}
