/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Money;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.profile.Source;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides field by field for one record and one answer. */
final class FieldMerge {
    /** Long before there was LeadIQ, or most of what it knows. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final CrmRecord crmRecord;
    private final EnrichmentProfile profile;
    private final EnrichmentPlan plan;
    private final Answer answer;
    private final AddressCodes codes;
    private final Instant now;
    private final Set<Source> blocked;
    private final Set<Source> contradicted;
    private final Set<String> forbidden;
    private final List<Line> forbiddenLines;

    FieldMerge(
            CrmRecord crmRecord,
            EnrichmentProfile profile,
            EnrichmentPlan plan,
            Answer answer,
            AddressCodes codes,
            Instant now) {
        this.crmRecord = crmRecord;
        this.profile = profile;
        this.plan = plan;
        this.answer = answer;
        this.codes = codes;
        this.now = now;
        blocked = profile.blocked(crmRecord);
        contradicted = Set.of();
        // a value that is suppressed or invalid in one list must not come in by another
        forbidden = new HashSet<>();
        Emails.forbidden(answer).forEach(email -> forbidden.add(key(email)));
        forbiddenLines = Phones.forbidden(answer);
    }

    private FieldMerge(FieldMerge other, Set<Source> contradicted) {
        crmRecord = other.crmRecord;
        profile = other.profile;
        plan = other.plan;
        answer = other.answer;
        codes = other.codes;
        now = other.now;
        blocked = other.blocked;
        forbidden = other.forbidden;
        forbiddenLines = other.forbiddenLines;
        this.contradicted = contradicted;
    }

    /** The same without these sources, which what the record says contradicts. */
    FieldMerge without(Set<Source> sources) {
        Set<Source> all = new HashSet<>(contradicted);
        all.addAll(sources);
        return new FieldMerge(this, all);
    }

    FieldOutcome merge(FieldMapping mapping, Optional<FieldDescribe> describe) {
        String field = mapping.field();
        boolean empty = crmRecord.isEmpty(field);
        if (mapping.policy() == Policy.NEVER || (mapping.policy() == Policy.FILL_EMPTY && !empty)) {
            return FieldOutcome.NOTHING;
        }
        Optional<Refusal> unwritable = Fields.unwritable(field, describe, crmRecord, profile);
        if (unwritable.isPresent()) {
            return new FieldOutcome(Optional.empty(), unwritable);
        }
        if (blocked.containsAll(mapping.from())
                || (mapping.template() != null && mapping.from().stream().anyMatch(blocked::contains))) {
            return FieldOutcome.refused(field, RefusalReason.OPTED_OUT, "an opt-out forbids it");
        }
        return plan.wanted().containsKey(field) ? fill(mapping, describe.orElseThrow(), empty) : FieldOutcome.NOTHING;
    }

    private FieldOutcome fill(FieldMapping mapping, FieldDescribe describe, boolean empty) {
        List<Offer> offers = offers(mapping);
        FieldOutcome refusal = null;
        for (Offer offer : offers) {
            if (mapping.policy() == Policy.IF_NEWER && !empty && !isNewer(offer.value.seenAt())) {
                refusal =
                        first(refusal, mapping, RefusalReason.NOT_NEWER, "the record's value is not known to be older");
                continue;
            }
            Converted converted = convert(offer, mapping, describe);
            if (converted instanceof Converted.Refused refused) {
                refusal = first(refusal, mapping, refused.reason(), refused.text());
            } else if (converted instanceof Converted.Taken taken) {
                return change(mapping, offer, taken.value());
            }
        }
        if (offers.isEmpty() && hasContradicted(mapping)) {
            return FieldOutcome.refused(
                    mapping.field(), RefusalReason.CONTRADICTED, "LeadIQ's value is of another place than the record");
        }
        if (offers.isEmpty() && mapping.blankWhenMissing() && !empty && wasAsked(mapping) && !isConfirmed(mapping)) {
            Object before = crmRecord.fields().get(mapping.field());
            return FieldOutcome.of(new FieldChange(mapping.field(), before, null, paths(mapping.from()), null));
        }
        if (offers.isEmpty() && hasUnacceptable(mapping)) {
            return FieldOutcome.refused(
                    mapping.field(), RefusalReason.NOT_ACCEPTABLE, "no value has a status that may be written");
        }
        return refusal == null ? FieldOutcome.NOTHING : refusal;
    }

    private FieldOutcome change(FieldMapping mapping, Offer offer, Object after) {
        Object before = crmRecord.fields().get(mapping.field());
        boolean same = ValueHash.same(before, after)
                || (offer.isPhone && isSameNumber(before, after, offer.region))
                || (offer.value.value() instanceof Listed && FieldTypes.areSameChoices(before, after));
        return same || after.toString().isBlank()
                ? FieldOutcome.NOTHING
                : FieldOutcome.of(new FieldChange(mapping.field(), before, after, offer.source, offer.value.status()));
    }

    private Converted convert(Offer offer, FieldMapping mapping, FieldDescribe describe) {
        Object value = offer.value.value();
        if (offer.isPhone) {
            Optional<Line> line = Line.read(value.toString(), offer.region);
            if (line.isEmpty()) {
                return new Converted.Refused(
                        RefusalReason.WRONG_TYPE,
                        "the value is no valid phone number of the country that it belongs to");
            }
            value = line.get().text();
        }
        Optional<String> other = Optional.ofNullable(Source.byPath().get(offer.source))
                .flatMap(source -> Money.otherCurrency(source, describe, crmRecord, profile));
        if (other.isPresent()) {
            return new Converted.Refused(
                    RefusalReason.WRONG_CURRENCY,
                    "LeadIQ's amounts are in " + Money.LEADIQ + ", the record's in " + other.get());
        }
        Object replaced = replaced(value, mapping.values());
        // which state is meant is known with its country only
        return codes.isCode(mapping.field())
                ? new Converted.Taken(replaced.toString().strip())
                : FieldTypes.convert(replaced, describe, mapping);
    }

    /** The value of a source in all the spellings in which the field may have it; empty if LeadIQ has none. */
    List<Object> spellings(FieldMapping mapping, Optional<FieldDescribe> describe, Source source) {
        List<Object> spellings = new ArrayList<>();
        Values.of(source, answer).stream().limit(1).map(SourcedValue::value).forEach(value -> {
            Object replaced = replaced(value, mapping.values());
            spellings.add(value);
            spellings.add(replaced);
            describe.map(field -> FieldTypes.convert(replaced, field, mapping)).ifPresent(converted -> {
                if (converted instanceof Converted.Taken taken) {
                    spellings.add(taken.value());
                }
            });
        });
        return spellings;
    }

    /** What may be written, best first. */
    private List<Offer> offers(FieldMapping mapping) {
        if (mapping.template() != null) {
            String text = mapping.template()
                    .fill(source -> texts(mapping.field(), source).findFirst().orElse(null));
            return text == null
                    ? List.of()
                    : List.of(new Offer(
                            paths(mapping.from()), new SourcedValue(text, null, oldest(mapping)), false, null));
        }
        List<Offer> offers = new ArrayList<>();
        for (Source source : mapping.from()) {
            values(mapping.field(), source)
                    .forEach(value -> offers.add(new Offer(source.path(), value, isPhone(source), region(source))));
        }
        return offers;
    }

    private List<SourcedValue> values(String field, Source source) {
        if (blocked.contains(source) || contradicted.contains(source) || !plan.asksFor(field, source)) {
            return List.of();
        }
        return Values.of(source, answer).stream()
                .filter(value -> isPhone(source)
                        ? !isForbidden(value.value().toString(), region(source))
                        : !forbidden.contains(key(value.value().toString())))
                .toList();
    }

    private boolean isForbidden(String number, String region) {
        return Line.read(number, region)
                .filter(line -> forbiddenLines.stream().anyMatch(line::isSame))
                .isPresent();
    }

    private static boolean isPhone(Source source) {
        return source.dataPoint() == DataPoint.PHONE || source == Source.COMPANY_PHONE;
    }

    /** Where a number of this source is dialled. */
    private String region(Source source) {
        return source == Source.PHONE_HQ || source == Source.COMPANY_PHONE ? answer.companyRegion() : answer.region();
    }

    /** As they stand in a template. */
    private Stream<String> texts(String field, Source source) {
        Stream<String> texts =
                values(field, source).stream().map(value -> value.value().toString());
        return isPhone(source)
                ? texts.flatMap(text -> Line.read(text, region(source)).map(Line::text).stream())
                : texts;
    }

    private Instant oldest(FieldMapping mapping) {
        List<Instant> times = mapping.from().stream()
                .flatMap(source -> values(mapping.field(), source).stream().limit(1))
                .map(SourcedValue::seenAt)
                .toList();
        return times.contains(null)
                ? null
                : times.stream().min(Instant::compareTo).orElse(null);
    }

    private boolean isNewer(Instant seenAt) {
        Optional<Instant> modified = profile.modifiedAt() == null
                ? Optional.empty()
                : Times.instant(crmRecord.fields().get(profile.modifiedAt()));
        return isCredible(seenAt) && modified.filter(this::isCredible).isPresent() && seenAt.isAfter(modified.get());
    }

    /** Times at which no value can have been seen are mistakes: the beginning of computer time, or years ahead. */
    private boolean isCredible(Instant time) {
        return time != null && !time.isBefore(EARLIEST) && !time.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** Whether LeadIQ has a value that is not written only because the record contradicts it. */
    private boolean hasContradicted(FieldMapping mapping) {
        return mapping.from().stream()
                .anyMatch(source -> contradicted.contains(source)
                        && plan.asksFor(mapping.field(), source)
                        && !Values.of(source, answer).isEmpty());
    }

    /** Whether LeadIQ has the record's own value, though not of a status that could be written. */
    private boolean isConfirmed(FieldMapping mapping) {
        String there = crmRecord.text(mapping.field());
        return mapping.from().stream().map(Source::dataPoint).distinct().anyMatch(point -> switch (point) {
            case EMAIL ->
                Emails.known(answer).stream().anyMatch(known -> key(known).equals(key(there)));
            case PHONE ->
                Line.read(there, answer.region()).stream()
                        .anyMatch(line -> Phones.known(answer).stream().anyMatch(line::isSame)
                                && forbiddenLines.stream().noneMatch(line::isSame));
            default -> false;
        });
    }

    private boolean wasAsked(FieldMapping mapping) {
        return mapping.from().stream().allMatch(source -> plan.asksFor(mapping.field(), source));
    }

    /** Where nothing is offered: whether that is because of what LeadIQ says of the values that there are. */
    private boolean hasUnacceptable(FieldMapping mapping) {
        return mapping.from().stream().anyMatch(source -> switch (source.dataPoint()) {
            case EMAIL -> Emails.hasAny(answer);
            case PHONE ->
                Phones.hasUnwritable(answer) || !Values.of(source, answer).isEmpty();
            default -> false;
        });
    }

    private static boolean isSameNumber(Object before, Object after, String region) {
        return before != null
                && Line.read(before.toString(), region)
                        .map(Line::text)
                        .filter(after::equals)
                        .isPresent();
    }

    /** One spelling of an email, to find it again in another list. */
    private static String key(String text) {
        return Domains.email(text).orElse(text.strip());
    }

    private static FieldOutcome first(FieldOutcome earlier, FieldMapping mapping, RefusalReason reason, String text) {
        return earlier == null ? FieldOutcome.refused(mapping.field(), reason, text) : earlier;
    }

    private static Object replaced(Object value, Map<String, String> values) {
        if (value instanceof Listed listed) {
            return new Listed(listed.items().stream()
                    .map(item -> replaced(item, values).toString())
                    .toList());
        }
        String text = value.toString().strip();
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(text))
                .map(entry -> (Object) entry.getValue())
                .findFirst()
                .orElse(value);
    }

    private static String paths(List<Source> sources) {
        return sources.stream().map(Source::path).collect(Collectors.joining("+"));
    }

    /** A value, where it is from, and where it is dialled if it is a number. */
    private record Offer(String source, SourcedValue value, boolean isPhone, String region) {}
}
