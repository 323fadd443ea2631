/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.junit.jupiter.api.Test;

class SalesforceErrorsTest {

    @Test
    void whatSalesforceSaysIsOneLine() {
        String says = "no\r\n2026-03-01 INFO all is well\u001b[2J\u2028more\u202e";
        String line = "no 2026-03-01 INFO all is well [2J more";
        assertThat(new SalesforceCallException("NOT\n_FOUND", 404, false, says))
                .hasMessage("Salesforce: NOT _FOUND (HTTP 404): " + line)
                .extracting(SalesforceCallException::code)
                .isEqualTo("NOT _FOUND");
        WriteOutcome outcome = new WriteOutcome("00Q1", Status.INVALID, "A\nB", says, Map.of("City", says));
        assertThat(outcome.code()).isEqualTo("A B");
        assertThat(outcome.message()).isEqualTo(line);
        assertThat(outcome.refused()).containsEntry("City", line);
    }

    @Test
    void whatPassesByItselfIsNotTheRecordsFault() {
        String trigger = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
        assertThat(status(trigger, "Trig: execution of BeforeUpdate caused by: UNABLE_TO_LOCK_ROW, busy"))
                .isEqualTo(Status.RETRY_LATER);
        assertThat(status(trigger, "Trig: execution of BeforeUpdate caused by: null"))
                .as("a trigger that is broken refuses everybody")
                .isEqualTo(Status.RETRY_LATER);
        assertThat(status("INSUFFICIENT_ACCESS_OR_READONLY", "no")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("A_CODE_OF_NEXT_YEAR", "no")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("REQUEST_RUNNING_TOO_LONG", "")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("STORAGE_LIMIT_EXCEEDED", "")).isEqualTo(Status.RETRY_LATER);
        assertThat(status("FIELD_CUSTOM_VALIDATION_EXCEPTION", "no")).isEqualTo(Status.INVALID);
    }

    @Test
    void ofWhatApexSaysNamesAndLimitsAreRepeatedAndNoValues() {
        String trigger = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
        assertThat(SalesforceErrors.ofApex(
                        trigger,
                        "acme.LeadTrigger: execution of BeforeUpdate\n\ncaused by: System.LimitException: acme:Too many SOQL"
                                + " queries: 101\n\n(acme)"))
                .isEqualTo("acme.LeadTrigger: System.LimitException: a limit of Apex");
        assertThat(SalesforceErrors.ofApex(
                        trigger,
                        "LeadTrigger: execution of BeforeUpdate\n\ncaused by: System.LimitException: Too many SOQL queries:"
                                + " 101\n\nTrigger.LeadTrigger: line 3"))
                .isEqualTo("LeadTrigger: System.LimitException: Too many SOQL queries: 101");
        assertThat(
                        SalesforceErrors.ofApex(
                                trigger,
                                "LeadTrigger: execution of AfterUpdate\n\ncaused by: System.QueryException: secret Ada Example"))
                .isEqualTo("LeadTrigger: System.QueryException");
        assertThat(SalesforceErrors.ofApex(trigger, "secret: Ada Example")).isEmpty();
        assertThat(SalesforceErrors.ofApex("STRING_TOO_LONG", "secret")).isEmpty();
        assertThat(status("CANNOT_EXECUTE_FLOW_TRIGGER", "System.LimitException: Apex CPU time limit exceeded"))
                .isEqualTo(Status.RETRY_LATER);
    }

    @Test
    void whatHappensOnTheWayIsAnOutage() {
        for (Exception cause : List.of(
                new ConnectException("Connection refused"),
                new TimeoutException("Total timeout 60000 ms elapsed"),
                new UnresolvedAddressException(),
                new RejectedExecutionException("stopped"))) {
            assertOutage(
                    new SalesforceException("Unexpected error {0:null} executing {GET:http://127.0.0.1}", 0, cause));
            assertOutage(new IllegalStateException(cause));
        }
        assertOutage(new SalesforceException("Unexpected error {200:OK} executing", 200, new EOFException("early")));
    }

    @Test
    void whatHappensOnOurSideIsNotAnOutageAndIsToldWithItsCause() {
        assertUnexpected(new SalesforceException("Missing property rawMethod", null), "Missing property rawMethod");
        assertUnexpected(
                new SalesforceException("Login error", new IllegalStateException("Keystore was tampered with")),
                "IllegalStateException: Keystore was tampered with");
        assertUnexpected(
                new SalesforceException("too long", 200, new IllegalArgumentException("Buffering capacity 4 exceeded")),
                "IllegalArgumentException: Buffering capacity");
        assertUnexpected(new NullPointerException(), "NullPointerException");
    }

    @Test
    void aCauseIsToldWithoutValues() {
        for (String message : List.of(
                "Illegal character in query at index 9: /query?q=Jane.Doe",
                "Text 'Jane.Doe' could not be parsed",
                "For input string: \"Jane.Doe\"",
                "Unexpected error {0:null} executing {GET:http://127.0.0.1/Jane.Doe}",
                "5550100 Jane.Doe")) {
            assertThat(SalesforceErrors.of(new IllegalArgumentException(message))
                            .getMessage())
                    .startsWith("Salesforce: UNEXPECTED_FAILURE: IllegalArgumentException")
                    .doesNotContain("Doe", "555");
        }
    }

    private static void assertOutage(Exception failure) {
        SalesforceCallException told = SalesforceErrors.of(failure);
        assertThat(told.code()).isEqualTo(SalesforceErrors.NO_ANSWER);
        assertThat(told.isRetryable()).isTrue();
        assertThat(told.isUnexpected()).isFalse();
    }

    private static void assertUnexpected(Exception failure, String says) {
        SalesforceCallException told = SalesforceErrors.of(failure);
        assertThat(told.isUnexpected()).isTrue();
        assertThat(told).hasMessageContaining(SalesforceErrors.UNEXPECTED).hasMessageEndingWith(says);
    }

    private static Status status(String code, String message) {
        return SalesforceErrors.status(code, List.of(), message);
    }
}
