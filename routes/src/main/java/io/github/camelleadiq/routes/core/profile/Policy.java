/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

/** When a value of LeadIQ may replace what a field has. */
public enum Policy implements Named {
    /** Only where the field is empty. */
    FILL_EMPTY("fill-empty"),
    /** Always, once the record is due. */
    OVERWRITE("overwrite"),
    /** Where the field is empty, or LeadIQ saw the value after the record was last changed. */
    IF_NEWER("if-newer"),
    /** Not at all. */
    NEVER("never");

    private final String profileName;

    Policy(String profileName) {
        this.profileName = profileName;
    }

    @Override
    public String profileName() {
        return profileName;
    }
}
