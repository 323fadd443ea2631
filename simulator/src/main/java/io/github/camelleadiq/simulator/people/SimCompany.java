/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * An invented company. Its domain says everything: all the rest is derived from it, the same in every run.
 *
 * @param domain host name in lower case
 */
public record SimCompany(String domain) {
    private static final String[] INDUSTRIES = {
        "Software Development",
        "Manufacturing",
        "Financial Services",
        "Retail",
        "Logistics",
        "Hospitals and Health Care"
    };
    private static final String[] TYPES = {"Privately Held", "Public Company", "Partnership"};
    private static final Instant RECENT = Instant.parse("2026-06-30T12:00:00Z");

    public String id() {
        return "c-" + Slugs.ofDomain(domain);
    }

    /** Found again when searched for: {@code acme.example} is Acme, {@code acme.com} is Acme.com. */
    public String name() {
        return domain.endsWith(".example") && domain.indexOf('.') == domain.length() - ".example".length()
                ? Slugs.toName(domain.substring(0, domain.indexOf('.')))
                : domain.substring(0, 1).toUpperCase(Locale.ROOT) + domain.substring(1);
    }

    public String linkedinId() {
        return Slugs.ofDomain(domain);
    }

    public String linkedinUrl() {
        return "https://www.linkedin.com/company/" + linkedinId();
    }

    public String industry() {
        return Hash.pick(hash(), 1, INDUSTRIES);
    }

    public String type() {
        return Hash.pick(hash(), 2, TYPES);
    }

    public int employees() {
        return 5 + Hash.below(hash(), 3, 5_000);
    }

    public SamplePlace place() {
        return SamplePlace.of(hash());
    }

    public String street() {
        return 1 + Hash.below(hash(), 4, 999) + " Example Street";
    }

    public String postalCode() {
        return String.valueOf(10_000 + Hash.below(hash(), 5, 89_999));
    }

    public String phone() {
        return PhoneNumbers.of(hash(), 6);
    }

    /** In US dollars. */
    public long revenue() {
        return employees() * 150_000L;
    }

    public int foundedYear() {
        return 1950 + Hash.below(hash(), 7, 75);
    }

    public List<String> technologies() {
        return List.of("Java", "PostgreSQL");
    }

    public Instant updatedAt() {
        return RECENT.minus(Hash.below(hash(), 8, 200), ChronoUnit.DAYS);
    }

    private long hash() {
        return Hash.of(domain);
    }
}
