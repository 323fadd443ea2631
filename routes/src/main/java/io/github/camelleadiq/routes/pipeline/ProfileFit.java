/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Finding;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import io.github.camelleadiq.routes.core.profile.OptOut;
import io.github.camelleadiq.routes.core.profile.ProfileCheck;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a profile fits what the CRM shows: looked at when that is first known, and whenever it changes. */
public final class ProfileFit {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileFit.class);

    private final EnrichmentProfile profile;
    private final Set<String> said = new HashSet<>();
    private ObjectDescribe checked;
    private List<Finding> fatal = List.of();

    ProfileFit(EnrichmentProfile profile) {
        this.profile = profile;
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
                    .forEach(finding -> warn("The profile of " + profile.object() + " does not fit: " + finding));
            checked = describe;
        }
        if (!fatal.isEmpty()) {
            throw new ProfileMisfitException(profile.object(), fatal);
        }
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
