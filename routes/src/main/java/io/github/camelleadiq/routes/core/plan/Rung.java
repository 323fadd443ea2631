/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import java.util.EnumSet;
import java.util.Set;

/** By what a record is looked up, the most precise first. */
public enum Rung {
    /** LeadIQ's id, stored by an earlier enrichment. */
    LEADIQ_ID,
    /** The link to the LinkedIn page. */
    LINKEDIN_URL,
    /** The email address of a person. */
    EMAIL,
    /** The domain of a company. */
    DOMAIN,
    /** Name of a person and domain of the company. */
    NAME_AND_DOMAIN,
    /** Name of a person and name of the company. */
    NAME_AND_COMPANY,
    /** The name of a company. */
    COMPANY_NAME;

    private static final Set<Rung> OF_SEVERAL = EnumSet.of(EMAIL, NAME_AND_DOMAIN, NAME_AND_COMPANY);

    /**
     * Whether it can be several people's, as a name can, and a mailbox that is shared: then two answers are needed to see that it
     * is.
     */
    public boolean isOfSeveral() {
        return OF_SEVERAL.contains(this);
    }
}
