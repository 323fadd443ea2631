/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.plan.Freshness;
import io.github.camelleadiq.routes.core.profile.Condition;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.profile.Kind;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.profile.Source;
import io.github.camelleadiq.routes.core.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stops what is not worth a look: once by the event alone, and once more with the record in hand. */
public final class Guard {
    /** Salesforce's mark of an account that is a person. */
    public static final String PERSON_ACCOUNT = "IsPersonAccount";

    /** Salesforce's mark of a lead that has become a contact. */
    public static final String CONVERTED = "IsConverted";

    /** Salesforce's object of which a person account has one for itself, which follows it. */
    private static final String CONTACT = "Contact";

    /** How long after an enrichment the CRM may note its write, waits and clocks that differ included. */
    private static final Duration OWN_WRITE = Duration.ofMinutes(10);

    private Guard() {}

    /** What can be said from the event alone, before it is stored. */
    public static Verdict event(ChangeEvent event, EnrichmentProfile profile, Us us) {
        if (event.kind() == ChangeKind.DELETE) {
            return new Verdict(GuardReason.DELETED, "the record was deleted");
        }
        if (isOurClient(event.origin(), us.clientId())) {
            return new Verdict(GuardReason.OWN_CLIENT, "the origin carries our client tag");
        }
        if (us.userId() != null && us.userId().equals(event.user())) {
            return new Verdict(GuardReason.OWN_USER, "our user made the change");
        }
        if (saysWhatChanged(event) && event.changedFields().stream().noneMatch(field -> isWatched(field, profile))) {
            return new Verdict(GuardReason.UNWATCHED, "no watched field changed");
        }
        return Verdict.PASSED;
    }

    /**
     * What can be said with the record in hand.
     *
     * @param event what made us look
     * @param found the record as it is now; empty if the CRM does not have it any more
     * @param ledger what we wrote
     * @param last when and by what the record was last looked up
     */
    public static Verdict crmRecord(
            ChangeEvent event,
            Optional<CrmRecord> found,
            EnrichmentProfile profile,
            OwnValues ledger,
            LastLookUp last,
            Instant now) {
        if (found.isEmpty()) {
            return new Verdict(GuardReason.RECORD_MISSING, "the record is gone");
        }
        CrmRecord crmRecord = found.get();
        if (isPersonAccount(crmRecord, profile)) {
            return new Verdict(
                    GuardReason.PERSON_ACCOUNT,
                    profile.kind() == Kind.COMPANY
                            ? "the account is a person"
                            : "the contact is a person account's, and is written through that");
        }
        if ("true".equalsIgnoreCase(crmRecord.text(CONVERTED))) {
            return new Verdict(GuardReason.CONVERTED, "the lead was converted, and is read-only");
        }
        if (isOurs(event, crmRecord, profile, ledger)) {
            return new Verdict(GuardReason.OWN_VALUES, "the changed fields have the values that we wrote");
        }
        Optional<Condition> unmet = profile.filter().stream()
                .filter(condition -> !condition.holds(crmRecord))
                .findFirst();
        if (unmet.isPresent()) {
            return new Verdict(
                    GuardReason.OUTSIDE_FILTER,
                    "does not meet " + unmet.get().field() + " "
                            + unmet.get().operator().profileName());
        }
        if (isOptedOut(crmRecord, profile)) {
            return new Verdict(GuardReason.OPTED_OUT, "opt-outs block all that the profile maps");
        }
        if (Freshness.isFresh(last.at(), profile, now) && !isIdentifiedAnew(event, crmRecord, profile, ledger, last)) {
            return new Verdict(GuardReason.FRESH, "was enriched at " + last.at());
        }
        if (isUnwatched(event, crmRecord, profile, ledger, last)) {
            return new Verdict(GuardReason.UNWATCHED, "no watched field has changed since it was looked up");
        }
        return Verdict.PASSED;
    }

    /** Whether the record is a person where the profile is about companies, or the contact of one. */
    private static boolean isPersonAccount(CrmRecord crmRecord, EnrichmentProfile profile) {
        return "true".equalsIgnoreCase(crmRecord.text(PERSON_ACCOUNT))
                && (profile.kind() == Kind.COMPANY || crmRecord.objectType().equals(CONTACT));
    }

    /** Where no event says what has changed, the record says it, if it was looked up before. */
    private static boolean isUnwatched(
            ChangeEvent event, CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger, LastLookUp last) {
        return mayHaveChangedMore(event)
                && last.watched() != null
                && event.changedFields().stream().noneMatch(field -> isWatched(field, profile))
                && WatchedPrint.isComparable(last.watched(), profile)
                && WatchedPrint.changed(last.watched(), crmRecord, profile).stream()
                        .allMatch(field -> !crmRecord.isEmpty(field) && isOurs(field, crmRecord, ledger));
    }

    private static boolean isOurClient(String origin, String clientId) {
        return origin != null
                && clientId != null
                && Arrays.asList(origin.split(";")).contains("client=" + clientId);
    }

    private static boolean saysWhatChanged(ChangeEvent event) {
        return event.kind() == ChangeKind.UPDATE && !event.changedFields().isEmpty();
    }

    /**
     * A changed part of a compound field, such as {@code Name.LastName}, touches the whole as well as the part. Opt-outs are
     * watched whatever the profile says: one that is set while LeadIQ is asked has to be heard before the write.
     */
    private static boolean isWatched(String changed, EnrichmentProfile profile) {
        return parts(changed).stream().anyMatch(field -> profile.watched().contains(field) || profile.isOptOut(field));
    }

    private static List<String> parts(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? List.of(field) : List.of(field, field.substring(0, dot), field.substring(dot + 1));
    }

    /** Only if each watched field that changed has our value: another value is reason enough to look. */
    private static boolean isOurs(ChangeEvent event, CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger) {
        List<String> changed = saysWhatChanged(event)
                ? event.changedFields().stream()
                        .filter(field -> isWatched(field, profile))
                        .toList()
                : List.of();
        return !changed.isEmpty() && changed.stream().allMatch(field -> isOurs(part(field), crmRecord, ledger));
    }

    /** What was written where a part of a compound field has changed: {@code LastName} for {@code Name.LastName}. */
    private static String part(String changed) {
        return changed.substring(changed.indexOf('.') + 1);
    }

    private static boolean isOptedOut(CrmRecord crmRecord, EnrichmentProfile profile) {
        Set<Source> blocked = profile.blocked(crmRecord);
        return !blocked.isEmpty()
                && profile.mappings().stream()
                        .filter(mapping -> mapping.policy() != Policy.NEVER)
                        .allMatch(mapping -> blocked.containsAll(mapping.from()));
    }

    /**
     * A new identifier makes an earlier answer obsolete, unless we wrote it ourselves; one that was taken away does not.
     * Where the event does not say all that changed, the identifiers of then and now do.
     */
    private static boolean isIdentifiedAnew(
            ChangeEvent event, CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger, LastLookUp last) {
        Stream<String> told = event.kind() == ChangeKind.UPDATE || event.kind() == ChangeKind.GAP
                ? event.changedFields().stream().filter(changed -> parts(changed).stream()
                        .anyMatch(field -> profile.isIdentifier(field) && !crmRecord.isEmpty(field)))
                : Stream.empty();
        return told.anyMatch(changed -> !isOurs(part(changed), crmRecord, ledger))
                || (mayHaveChangedMore(event) && hasNewIdentifiers(crmRecord, profile, ledger, last));
    }

    private static boolean hasNewIdentifiers(
            CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger, LastLookUp last) {
        if (last.identifiers() == null) {
            return isModifiedSince(crmRecord, profile, last.at());
        }
        return hasNew(IdentifierPrint.added(last.identifiers(), crmRecord, profile), crmRecord, profile, ledger);
    }

    /**
     * Whether a person changed by what the record is known since it was last looked up, LeadIQ's own id and the country aside:
     * what was found then may be another person.
     *
     * @param identifiers by what it was looked up, as {@link IdentifierPrint#of} made it then; null if unknown
     */
    public static boolean isCorrected(
            CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger, String identifiers) {
        if (identifiers == null) {
            return false;
        }
        List<Identifier> changed = IdentifierPrint.added(identifiers, crmRecord, profile).stream()
                .filter(identifier -> identifier != Identifier.LEADIQ_ID && identifier != Identifier.COUNTRY)
                .toList();
        return hasNew(changed, crmRecord, profile, ledger);
    }

    /** Whether one of these has a value that is not ours. */
    private static boolean hasNew(
            List<Identifier> identifiers, CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger) {
        return identifiers.stream()
                .flatMap(identifier -> profile.identifiers().get(identifier).stream()
                        .filter(field -> !crmRecord.isEmpty(field))
                        .limit(1))
                .anyMatch(field -> !isOurs(field, crmRecord, ledger));
    }

    /** By more than our own write: the CRM notes that a moment after the time of the enrichment. */
    private static boolean isModifiedSince(CrmRecord crmRecord, EnrichmentProfile profile, Instant enrichedAt) {
        return profile.modifiedAt() != null
                && Times.instant(crmRecord.fields().get(profile.modifiedAt()))
                        .filter(enrichedAt.plus(OWN_WRITE)::isBefore)
                        .isPresent();
    }

    /** Whether the event leaves open what has changed, or what else has. */
    public static boolean mayHaveChangedMore(ChangeEvent event) {
        return event.kind() == ChangeKind.GAP
                || (event.kind() == ChangeKind.UPDATE && event.changedFields().isEmpty());
    }

    private static boolean isOurs(String field, CrmRecord crmRecord, OwnValues ledger) {
        return ledger.wrote(
                crmRecord.objectType(),
                crmRecord.id(),
                field,
                ValueHash.of(crmRecord.fields().get(field)));
    }
}
