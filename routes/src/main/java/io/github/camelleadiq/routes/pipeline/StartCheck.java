/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.profile.Finding;
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
            for (Finding finding :
                    ProfileCheck.against(setup.profile(), setup.crm().describe(object))) {
                LOG.atLevel(finding.severity() == Severity.ERROR ? Level.ERROR : Level.WARN)
                        .log("The profile of {} does not fit: {} {}", object, finding.field(), finding.message());
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The profile of {} is not checked, because the CRM cannot be asked: {}",
                    object,
                    e.getClass().getName());
            LOG.debug("Cannot describe {}", object, e);
        }
    }
}
