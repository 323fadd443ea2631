/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Finding;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import io.github.camelleadiq.routes.core.profile.OptOut;
import io.github.camelleadiq.routes.core.profile.ProfileCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a profile fits what the CRM shows: looked at when that is first known, and whenever it changes. */
public final class ProfileFit {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileFit.class);

    /** As long as a description is remembered. */
    private static final Duration HIDDEN = Duration.ofHours(1);

    private final EnrichmentProfile profile;
    private final Clock clock;
    private final Set<String> said = new HashSet<>();
    private final Map<String, Instant> hiddenUntil = new HashMap<>();
    private ObjectDescribe checked;
    private List<Finding> fatal = List.of();

    ProfileFit(EnrichmentProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Holds the profile against what the CRM says of its object. What does not fit and does no harm is said once.
     *
     * @throws ProfileMisfitException if no record may be enriched
     */
    synchronized void check(ObjectDescribe describe) {
        if (!describe.equals(checked)) {
            List<Finding> findings = ProfileCheck.against(profile, describe);
            fatal = findings.stream()
                    .filter(finding -> finding.severity() == Severity.FATAL)
                    .toList();
            findings.stream()
                    .filter(finding -> finding.severity() != Severity.FATAL)
                    // shipped profiles ask for it, and most orgs do without
                    .filter(finding -> !finding.field().equals(Guard.PERSON_ACCOUNT))
                    .forEach(finding -> warn("The profile of " + profile.object() + " does not fit: " + finding));
            checked = describe;
        }
        if (!fatal.isEmpty()) {
            throw new ProfileMisfitException(profile.object(), fatal);
        }
    }

    /** What has to be read of a record and, as far as we know, can be: one unknown field would fail the whole call. */
    synchronized Set<String> readable(ObjectDescribe describe) {
        Instant now = clock.instant();
        hiddenUntil.values().removeIf(until -> !until.isAfter(now));
        Set<String> fields = new LinkedHashSet<>();
        Stream.concat(profile.fieldsToRead().stream(), Stream.of(Guard.PERSON_ACCOUNT, Guard.CONVERTED))
                .filter(field -> isRelated(field)
                        ? !hiddenUntil.containsKey(field)
                        : describe.field(field).isPresent())
                .forEach(fields::add);
        return fields;
    }

    /** Does without fields of related records, which no description tells of, until it is worth another try. */
    synchronized void hide(Map<String, RuntimeException> refused) {
        refused.forEach((field, failure) -> {
            hiddenUntil.put(field, clock.instant().plus(HIDDEN));
            warn("Records of " + profile.object() + " are read without " + field
                    + (profile.isOptOut(field) ? ", which counts as an opt-out: " : ": ")
                    + CrmFailure.describe(failure));
        });
    }

    /** Whether a field is one of a related record, such as {@code Account.Website}. */
    static boolean isRelated(String field) {
        return field.contains(".");
    }

    /** Says which opt-outs have not been read, though they were asked for: their records are not enriched. */
    synchronized void heard(Set<String> asked, Collection<CrmRecord> read) {
        profile.optOuts().stream()
                .map(OptOut::field)
                .filter(asked::contains)
                .filter(field ->
                        read.stream().anyMatch(crmRecord -> !crmRecord.fields().containsKey(field)))
                .forEach(field -> warn("Records of " + profile.object() + " came without " + field
                        + ", which counts as an opt-out: field-level security hides it from us, or whoever reads them"
                        + " leaves empty fields out"));
    }

    private void warn(String message) {
        if (said.add(message)) {
            LOG.warn("{}", message);
        }
    }
}
