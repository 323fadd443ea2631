/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** The API key is missing, wrong or not allowed to do this. Get the key right; repeating does not help. */
public class LeadIQAuthenticationException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    public LeadIQAuthenticationException(String operation, String problem) {
        super(
                operation,
                problem,
                "check the API key and apiKeyFormat: LeadIQ hands out a Secret Base64 key, which is sent as it is, and a plain key, which is encoded first",
                null);
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
