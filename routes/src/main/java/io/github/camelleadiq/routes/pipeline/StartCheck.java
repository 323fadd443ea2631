/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import io.github.camelleadiq.routes.core.profile.ProfileCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says at the start what of a profile does not fit the CRM, if that can be reached. */
final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private StartCheck() {}

    static void run(Setup setup) {
        String object = setup.profile().object();
        try {
            ProfileCheck.against(setup.profile(), setup.crm().describe(object)).stream()
                    // shipped profiles ask for it, and most orgs do without
                    .filter(finding -> !finding.field().equals(Guard.PERSON_ACCOUNT))
                    .forEach(finding -> LOG.atLevel(finding.severity() == Severity.ERROR ? Level.ERROR : Level.WARN)
                            .log("Profile of {}: {} {}", object, finding.field(), finding.message()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The profile of {} is not checked, because the CRM cannot be asked: {}",
                    object,
                    e.getClass().getName());
            LOG.debug("Cannot describe {}", object, e);
        }
    }
}
