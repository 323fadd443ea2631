/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.profile.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * No record may be enriched, because the profile does not fit what the CRM shows of the object: an opt-out could not be
 * heard, or no record could be looked up. You have to mend the profile or our user's permissions.
 */
public final class ProfileMisfitException extends RuntimeException implements CrmFailure {
    private static final long serialVersionUID = 1L;

    ProfileMisfitException(String object, List<Finding> fatal) {
        super("Enrichment of " + object + " is stopped: "
                + fatal.stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
