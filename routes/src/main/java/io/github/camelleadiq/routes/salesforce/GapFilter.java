/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.Condition;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Operator;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.text.Spaces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What guard and planner decide about unchanged records, as far as a query can: it must find every record
 * that they would let be looked up, and may find others, which they stop.
 *
 * @param condition what holds of all records that may be looked up, in SOQL; null if nothing does
 * @param hindrance why also records that lack nothing meet it; null if they do not, or if it is not wanted
 */
record GapFilter(String condition, String hindrance) {
    /** Meets all records. */
    static final GapFilter NONE = new GapFilter(null, null);

    /** Records come to be due while a run waits or works, and clocks differ. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Bytes of a condition in a URL. Salesforce takes 16,384 of URL and headers together (Salesforce Help, article
     * 000386264); the rest is for the fields, a condition of the user's own, and the token.
     */
    private static final int LONGEST = 10_000;

    /** What can hold an invisible text, which counts as empty and is not null. */
    private static final Set<String> TEXTS = Set.of("string", "textarea", "phone", "url");

    /**
     * How a text begins that has nothing to see, if it has one character or is of the kind that is copied from web pages
     * and spreadsheets: no-break, ideographic and zero-width spaces, joiners, marks of direction, soft hyphens, and letters
     * without a shape. Salesforce itself strips white space (Apex Developer Guide, primitive data types).
     */
    private static final List<String> UNSEEN = List.of(
            "_", "\u00a0%", "\u00ad%", "\u200b%", "\u200c%", "\u200d%", "\u200e%", "\u200f%", "\u2060%", "\u2800%",
            "\u3000%", "\u3164%", "\ufeff%");

    /**
     * The filter for a profile.
     *
     * @param describe what Salesforce says of the object
     * @param now when records are looked for; they may be processed up to a day later
     */
    static GapFilter of(EnrichmentProfile profile, ObjectDescribe describe, Instant now) {
        List<String> all = new ArrayList<>();
        profile.filter().forEach(condition -> inSoql(condition, describe).ifPresent(all::add));
        due(profile, describe, now).ifPresent(all::add);
        List<FieldMapping> written = profile.mappings().stream()
                .filter(mapping -> mapping.policy() != Policy.NEVER)
                .filter(mapping -> describe.field(mapping.field())
                        .filter(FieldDescribe::updateable)
                        .isPresent())
                .toList();
        String hindrance = written.stream()
                .flatMap(mapping -> hindrance(mapping, describe.fields().get(mapping.field())).stream())
                .findFirst()
                .orElse(null);
        if (hindrance == null) {
            String gaps = gaps(written, describe);
            if (gaps.isEmpty()) {
                hindrance = "no field can be filled";
            } else if (URLEncoder.encode(gaps, StandardCharsets.UTF_8).length() > LONGEST) {
                hindrance = "a condition on " + written.size() + " fields is too long for a query";
            } else {
                all.add(gaps);
            }
        }
        return new GapFilter(
                all.isEmpty() ? null : all.stream().collect(Collectors.joining(") AND (", "(", ")")), hindrance);
    }

    private static Optional<String> hindrance(FieldMapping mapping, FieldDescribe field) {
        if (mapping.policy() != Policy.FILL_EMPTY) {
            return Optional.of(field.name() + " is not only filled where it is empty, but "
                    + mapping.policy().profileName());
        }
        return field.filterable() ? Optional.empty() : Optional.of(field.name() + " cannot be filtered on");
    }

    private static String gaps(List<FieldMapping> written, ObjectDescribe describe) {
        return written.stream()
                .map(mapping -> describe.fields().get(mapping.field()))
                // a checkbox is never empty, and to a query one that is not ticked would be null
                .filter(field -> !field.type().equals("boolean"))
                .flatMap(GapFilter::empty)
                .collect(Collectors.joining(" OR "));
    }

    private static Stream<String> empty(FieldDescribe field) {
        Stream<String> unseen = TEXTS.contains(field.type())
                ? UNSEEN.stream().map(beginning -> field.name() + " LIKE " + Soql.text(beginning))
                : Stream.empty();
        return Stream.concat(Stream.of(field.name() + " = null"), unseen);
    }

    /** Not enriched lately, by the stamp; the log may know of a later time. */
    private static Optional<String> due(EnrichmentProfile profile, ObjectDescribe describe, Instant now) {
        return Optional.ofNullable(profile.stamps().enrichedAt())
                .flatMap(describe::field)
                .filter(FieldDescribe::filterable)
                .filter(field -> field.type().equals("datetime") || field.type().equals("date"))
                .map(field -> {
                    String never = field.name() + " = null";
                    if (profile.refreshAfter() == null) {
                        return never;
                    }
                    Instant latest = now.minus(profile.refreshAfter()).plus(AHEAD);
                    String time = field.type().equals("date")
                            ? latest.atZone(ZoneOffset.UTC).toLocalDate().toString()
                            : Soql.time(latest);
                    return never + " OR " + field.name() + " <= " + time;
                });
    }

    /** Only where a query compares as the profile does: checkboxes, and picklists by their values. */
    private static Optional<String> inSoql(Condition condition, ObjectDescribe describe) {
        FieldDescribe field = describe.field(condition.field())
                .filter(FieldDescribe::filterable)
                .orElse(null);
        if (field == null) {
            return Optional.empty();
        }
        if (field.type().equals("boolean")) {
            boolean yes = holds(condition, true);
            return yes == holds(condition, false) ? Optional.empty() : Optional.of(field.name() + " = " + yes);
        }
        if (!field.type().equals("picklist")) {
            return Optional.empty();
        }
        if (condition.operator() == Operator.IN) {
            Set<String> values = new LinkedHashSet<>(condition.values());
            Stream.concat(field.picklist().stream(), field.retired().stream())
                    .filter(value -> holds(condition, value))
                    .forEach(values::add);
            return Optional.of(field.name() + " IN " + list(values));
        }
        if (condition.operator() == Operator.NOT_IN) {
            // not those of which it is not certain that both compare them alike
            Set<String> values = condition.values().stream()
                    .filter(value -> value.equals(Spaces.strip(value)))
                    .filter(value -> value.chars().allMatch(c -> c < 0x80))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(field.name() + " = null OR " + field.name() + " NOT IN " + list(values));
        }
        return Optional.empty();
    }

    private static boolean holds(Condition condition, Object value) {
        return condition.holds(new CrmRecord("", "", Map.of(condition.field(), value)));
    }

    private static String list(Set<String> values) {
        return values.stream().map(Soql::text).collect(Collectors.joining(",", "(", ")"));
    }
}
