/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds invented companies by any of their identifiers. Without state: the identifiers say it all. */
public final class CompanyDirectory {
    private static final int SEVERAL = 25;

    private CompanyDirectory() {}

    /**
     * @param input a {@code SearchCompanyInput}
     * @throws IllegalArgumentException if there is nothing to search by
     */
    public static Candidates<SimCompany> search(Map<String, Object> input) {
        return Candidates.of(find(domainOf(input)), 0, null);
    }

    private static List<SimCompany> find(String domain) {
        String label = domain.substring(0, domain.indexOf('.'));
        if (Traits.isUnknown(label, domain)) {
            return List.of();
        }
        if (Traits.isSeveral(label)) {
            String rest = domain.substring(label.length());
            return IntStream.rangeClosed(1, SEVERAL)
                    .mapToObj(i -> new SimCompany(label + "-" + i + rest))
                    .toList();
        }
        return List.of(new SimCompany(domain));
    }

    private static String domainOf(Map<String, Object> input) {
        for (String id : new String[] {"id", "source"}) {
            if (input.get(id) instanceof String text) {
                return byId(text);
            }
        }
        if (input.get("domain") instanceof String text) {
            return byDomain(text);
        }
        for (String linkedin : new String[] {"linkedinUrl", "linkedinId"}) {
            if (input.get(linkedin) instanceof String text) {
                return byName(Slugs.toDomain(Slugs.lastSegment(text)));
            }
        }
        if (input.get("name") instanceof String text) {
            return byName(text);
        }
        throw new IllegalArgumentException("At least one of id, domain, linkedinUrl, linkedinId, name is needed");
    }

    static String byId(String id) {
        return byName(Slugs.toDomain(id.startsWith("c-") ? id.substring(2) : id));
    }

    static String byDomain(String text) {
        String domain = Slugs.domain(text);
        return Slugs.isDomain(domain) ? domain : byName(text);
    }

    /** The domain that goes with a company name: itself if it looks like one, as Acme.com does. */
    static String byName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (Slugs.isDomain(lower)) {
            return lower;
        }
        String slug = Slugs.of(name);
        return (slug.isEmpty() ? "nobody" : slug) + ".example";
    }
}
