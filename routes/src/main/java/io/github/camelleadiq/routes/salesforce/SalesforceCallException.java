/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.text.Spaces;

/** A whole request to Salesforce failed. The message has codes only: what Salesforce says can hold values of records. */
public final class SalesforceCallException extends RuntimeException implements CrmFailure {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final boolean retryable;

    /**
     * @param code Salesforce's own code, or one of {@link SalesforceErrors}
     * @param status of the HTTP answer; 0 if there was none
     * @param retryable whether the same request can succeed later
     */
    public SalesforceCallException(String code, int status, boolean retryable, String detail) {
        super(Spaces.line("Salesforce: " + code + (status == 0 ? "" : " (HTTP " + status + ")")
                + (detail == null ? "" : ": " + detail)));
        this.code = Spaces.line(code);
        this.status = status;
        this.retryable = retryable;
    }

    /** Salesforce's own code, such as {@code REQUEST_LIMIT_EXCEEDED}. */
    public String code() {
        return code;
    }

    /** The status of the HTTP answer; 0 if there was none. */
    public int status() {
        return status;
    }

    @Override
    public boolean isRetryable() {
        return retryable;
    }

    @Override
    public boolean isUnexpected() {
        return code.equals(SalesforceErrors.UNEXPECTED);
    }
}
