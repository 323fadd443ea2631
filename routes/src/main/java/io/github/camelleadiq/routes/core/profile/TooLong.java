/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

/** What becomes of a text that is longer than its field takes. */
public enum TooLong implements Named {
    /** It is cut, never within a character. Emails, links and phones are refused all the same. */
    TRUNCATE("truncate"),
    /** It is not written. */
    REFUSE("refuse");

    private final String profileName;

    TooLong(String profileName) {
        this.profileName = profileName;
    }

    @Override
    public String profileName() {
        return profileName;
    }
}
