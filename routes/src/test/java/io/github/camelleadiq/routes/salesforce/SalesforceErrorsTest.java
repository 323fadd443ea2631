/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesforceErrorsTest {

    @Test
    void whatPassesByItselfIsNotTheRecordsFault() {
        String trigger = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
        assertThat(status(trigger, "Trig: execution of BeforeUpdate caused by: UNABLE_TO_LOCK_ROW, busy"))
                .isEqualTo(Status.RETRY_LATER);
        assertThat(status(trigger, "Trig: execution of BeforeUpdate caused by: null"))
                .isEqualTo(Status.INVALID);
        assertThat(status("REQUEST_RUNNING_TOO_LONG", "")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("STORAGE_LIMIT_EXCEEDED", "")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("FIELD_CUSTOM_VALIDATION_EXCEPTION", "no")).isEqualTo(Status.INVALID);
    }

    private static Status status(String code, String message) {
        return SalesforceErrors.status(code, List.of(), message);
    }
}
