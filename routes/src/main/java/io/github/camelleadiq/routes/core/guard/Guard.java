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
import io.github.camelleadiq.routes.core.profile.Kind;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.profile.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops what is not worth a look: once by the event alone, and once more with the record in hand. */
public final class Guard {
    /** Salesforce's mark of an account that is a person. */
    public static final String PERSON_ACCOUNT = "IsPersonAccount";

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
     * @param enrichedAt when the record was last enriched, see {@link Freshness#enrichedAt}; null if never
     */
    public static Verdict crmRecord(
            ChangeEvent event,
            Optional<CrmRecord> found,
            EnrichmentProfile profile,
            OwnValues ledger,
            Instant enrichedAt,
            Instant now) {
        if (found.isEmpty()) {
            return new Verdict(GuardReason.RECORD_MISSING, "the record is gone");
        }
        CrmRecord crmRecord = found.get();
        if (isPersonAccount(crmRecord, profile)) {
            return new Verdict(GuardReason.PERSON_ACCOUNT, "the account is a person");
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
        if (Freshness.isFresh(enrichedAt, profile, now) && !isIdentifiedAnew(event, crmRecord, profile)) {
            return new Verdict(GuardReason.FRESH, "was enriched at " + enrichedAt);
        }
        return Verdict.PASSED;
    }

    /** Whether the record is a person where the profile is about companies. */
    public static boolean isPersonAccount(CrmRecord crmRecord, EnrichmentProfile profile) {
        return profile.kind() == Kind.COMPANY && "true".equalsIgnoreCase(crmRecord.text(PERSON_ACCOUNT));
    }

    private static boolean isOurClient(String origin, String clientId) {
        return origin != null
                && clientId != null
                && Arrays.asList(origin.split(";")).contains("client=" + clientId);
    }

    private static boolean saysWhatChanged(ChangeEvent event) {
        return event.kind() == ChangeKind.UPDATE && !event.changedFields().isEmpty();
    }

    /** A changed part of a compound field, such as {@code Name.LastName}, touches the whole as well as the part. */
    private static boolean isWatched(String changed, EnrichmentProfile profile) {
        return parts(changed).stream().anyMatch(profile.watched()::contains);
    }

    private static List<String> parts(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? List.of(field) : List.of(field, field.substring(0, dot), field.substring(dot + 1));
    }

    /** Only if each watched field that changed has our value: one of somebody else's is reason enough to look. */
    private static boolean isOurs(ChangeEvent event, CrmRecord crmRecord, EnrichmentProfile profile, OwnValues ledger) {
        List<String> changed = saysWhatChanged(event)
                ? event.changedFields().stream()
                        .flatMap(field -> parts(field).stream())
                        .filter(profile.watched()::contains)
                        .toList()
                : List.of();
        return !changed.isEmpty()
                && changed.stream()
                        .allMatch(field -> ledger.wrote(
                                crmRecord.objectType(),
                                crmRecord.id(),
                                field,
                                ValueHash.of(crmRecord.fields().get(field))));
    }

    private static boolean isOptedOut(CrmRecord crmRecord, EnrichmentProfile profile) {
        Set<Source> blocked = profile.blocked(crmRecord);
        return !blocked.isEmpty()
                && profile.mappings().stream()
                        .filter(mapping -> mapping.policy() != Policy.NEVER)
                        .allMatch(mapping -> blocked.containsAll(mapping.from()));
    }

    /** A new identifier makes an earlier answer obsolete; one that was taken away does not. */
    private static boolean isIdentifiedAnew(ChangeEvent event, CrmRecord crmRecord, EnrichmentProfile profile) {
        return saysWhatChanged(event)
                && event.changedFields().stream()
                        .flatMap(field -> parts(field).stream())
                        .anyMatch(field -> profile.isIdentifier(field) && !crmRecord.isEmpty(field));
    }
}
