/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;

/** What Salesforce's error codes mean for us. */
final class SalesforceErrors {
    static final String REQUEST_LIMIT = "REQUEST_LIMIT_EXCEEDED";
    /** A query that takes too long, as one can that finds little in much. */
    static final String QUERY_TIMEOUT = "QUERY_TIMEOUT";
    /** No answer: refused, lost or timed out. */
    static final String NO_ANSWER = "NO_ANSWER";
    /** The login was refused, also after trying again. */
    static final String LOGIN = "LOGIN_REFUSED";
    /** Neither Salesforce nor the way to it, but a request that was not made as it should be. */
    static final String UNEXPECTED = "UNEXPECTED_FAILURE";
    /** An answer that is not Salesforce's. */
    static final String UNREADABLE = "UNREADABLE_ANSWER";

    private static final Pattern WITHOUT_VALUES = Pattern.compile("[\\p{L} .,$_-]{1,120}");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String LOCKED = "UNABLE_TO_LOCK_ROW";
    /** Something that a trigger or flow of the org did; its message has the code of that. */
    private static final String IN_TRIGGER = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
    /** Apex that has used up what a transaction may: CPU time, queries, rows. Its own words, which hold no values. */
    private static final String OVERRUN = "System.LimitException";

    private static final Pattern CPU_TIME = Pattern.compile("(?i)CPU time limit");
    /** The class or trigger at the head of what Apex says. */
    private static final Pattern APEX_NAME =
            Pattern.compile("\\A\\s*([A-Za-z]\\w{0,79}(?:\\.\\w{1,80})?)\\s*:\\s*(?:execution of |System\\.)");

    private static final Pattern APEX_EXCEPTION = Pattern.compile("\\bSystem\\.[A-Z][A-Za-z]{1,40}Exception\\b");
    /** Such as {@code Too many SOQL queries: 101}. */
    private static final Pattern APEX_LIMIT =
            Pattern.compile("System\\.LimitException: ((?:Apex|Too|Regex|Maximum)[A-Za-z -]{1,80}(?:: \\d{1,7})?)");

    private static final Set<String> PASSING = Set.of(
            LOCKED,
            REQUEST_LIMIT,
            "REQUEST_RUNNING_TOO_LONG",
            "SERVER_UNAVAILABLE",
            "UNKNOWN_EXCEPTION",
            QUERY_TIMEOUT,
            "INVALID_SESSION_ID",
            "INVALID_QUERY_LOCATOR",
            "TXN_SECURITY_RUNTIME_EXCEPTION",
            "API_CURRENTLY_DISABLED",
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "CANNOT_EXECUTE_FLOW_TRIGGER_TIMEOUT");
    /** Its id is not one of a record, unless it is about a field that refers to another. */
    private static final String CROSS_REFERENCE = "INVALID_CROSS_REFERENCE_KEY";

    /** They name fields whose value is refused, and without these fields the record can be written. */
    private static final Set<String> ABOUT_FIELDS = Set.of(
            "FIELD_INTEGRITY_EXCEPTION",
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            "FIELD_FILTER_VALIDATION_EXCEPTION",
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "STRING_TOO_LONG",
            "NUMBER_OUTSIDE_VALID_RANGE",
            "INVALID_EMAIL_ADDRESS",
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            "INVALID_FIELD_FOR_INSERT_UPDATE");

    /**
     * What else is about the data or the state of one record. All other codes of the SOAP API's list (StatusCode, in
     * "Core Data Types") can come for every record alike: rights, licences and storage of the org, its triggers and flows.
     */
    private static final Set<String> ABOUT_THE_RECORD = Set.of(
            "CANNOT_UPDATE_CONVERTED_LEAD",
            "DUPLICATES_DETECTED",
            "DUPLICATE_VALUE",
            "ENTITY_IS_LOCKED",
            "INACTIVE_OWNER_OR_USER",
            "INVALID_CURRENCY_ISO",
            "INVALID_FIELD",
            "INVALID_ID_FIELD",
            "INVALID_PERSON_ACCOUNT_OPERATION",
            "INVALID_STATUS",
            "JSON_PARSER_ERROR",
            "MALFORMED_ID",
            "REQUIRED_FIELD_MISSING",
            CROSS_REFERENCE);

    private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "NOT_FOUND", "ENTITY_IS_MERGED");
    private static final Set<Integer> PASSING_STATUS =
            Set.of(HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_CLIENT_TIMEOUT, TOO_MANY_REQUESTS);

    private SalesforceErrors() {}

    /**
     * What can be done about a record that was not saved.
     *
     * @param fields the fields that the error is about
     * @param message what Salesforce says; may hold values of the record
     */
    static WriteOutcome.Status status(String code, List<String> fields, String message) {
        if (GONE.contains(code) || (code.equals(CROSS_REFERENCE) && fields.isEmpty())) {
            return WriteOutcome.Status.GONE;
        }
        boolean invalid = (isAboutFields(code) || ABOUT_THE_RECORD.contains(code)) && !isOverrun(message);
        return invalid ? WriteOutcome.Status.INVALID : WriteOutcome.Status.RETRY_LATER;
    }

    /** Whether a record with this error can be written without the fields that it names. */
    static boolean isAboutFields(String code) {
        return ABOUT_FIELDS.contains(code);
    }

    /** Whether it was too much for a trigger or flow, which can do with fewer records at once. */
    static boolean isOverrun(WriteOutcome outcome) {
        return outcome.status() == WriteOutcome.Status.RETRY_LATER
                && outcome.message() != null
                && outcome.message().contains(OVERRUN);
    }

    private static boolean isOverrun(String message) {
        return message.contains(OVERRUN) || CPU_TIME.matcher(message).find();
    }

    /**
     * What can be repeated of what Apex says: the name of the trigger or class, the kind of exception, the limit. Empty if
     * it is not from Apex. The rest is written by developers of the org and can hold values.
     */
    static String ofApex(String code, String message) {
        boolean overrun = isOverrun(message);
        if (!overrun && !code.equals(IN_TRIGGER)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        first(APEX_NAME, message).filter(name -> !name.equals("System")).ifPresent(parts::add);
        if (overrun) {
            parts.add(OVERRUN);
            parts.add(first(APEX_LIMIT, message).orElse("a limit of Apex"));
        } else {
            first(APEX_EXCEPTION, message).ifPresent(parts::add);
        }
        return String.join(": ", parts);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(found.groupCount())) : Optional.empty();
    }

    /** What a failed exchange means, without anything that was in it. */
    static SalesforceCallException of(Throwable failure) {
        SalesforceException answer = find(failure);
        if (answer == null) {
            return unanswered(failure);
        }
        int status = answer.getStatusCode();
        List<RestError> errors = answer.getErrors();
        if (errors != null && !errors.isEmpty()) {
            // the raw operation reads no errors, so these are the login's
            return new SalesforceCallException(
                    LOGIN, status, true, errors.get(0).getErrorCode());
        }
        if (status < HttpURLConnection.HTTP_MULT_CHOICE) {
            // a success that is a failure has broken off, or is longer than our side takes
            return unanswered(answer);
        }
        String code = code(answer.getMessage());
        boolean retryable = status >= HttpURLConnection.HTTP_INTERNAL_ERROR
                || PASSING_STATUS.contains(status)
                || PASSING.contains(code);
        return new SalesforceCallException(code, status, retryable, null);
    }

    /** A failure that Salesforce has said nothing about, or not to the end. */
    private static SalesforceCallException unanswered(Throwable failure) {
        Throwable root = failure;
        Throwable ofTheWay = null;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            ofTheWay = isOfTheWay(t) ? t : ofTheWay;
            root = t;
        }
        return ofTheWay == null
                ? new SalesforceCallException(UNEXPECTED, 0, true, describe(root))
                : new SalesforceCallException(
                        NO_ANSWER, 0, true, ofTheWay.getClass().getSimpleName());
    }

    /** What happens between us and Salesforce, or as everything is being stopped. */
    private static boolean isOfTheWay(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof UnresolvedAddressException
                || failure instanceof InterruptedException
                || failure instanceof RejectedExecutionException;
    }

    /** The message up to where a value could begin, such as a path with ids or a query. */
    private static String describe(Throwable failure) {
        Matcher beginning = WITHOUT_VALUES.matcher(failure.getMessage() == null ? "" : failure.getMessage());
        String says = beginning.lookingAt() ? beginning.group().strip() : "";
        return failure.getClass().getSimpleName() + (says.isEmpty() ? "" : ": " + says);
    }

    /** Whether a request was refused for what our user or the org may do, whatever was in it. */
    static boolean isOfEverybody(SalesforceCallException failure) {
        return failure.status() == HttpURLConnection.HTTP_FORBIDDEN;
    }

    /** Whether a failure that looks like an outage can have its reason in what was sent. */
    static boolean canBeOfARecord(SalesforceCallException failure) {
        return failure.code().equals(NO_ANSWER) || failure.status() == HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    private static SalesforceException find(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SalesforceException found) {
                return found;
            }
        }
        return null;
    }

    private static String code(String body) {
        try {
            JsonNode errors = Json.MAPPER.readTree(body == null ? "" : body);
            String code = errors.path(0).path("errorCode").asText();
            return code.isEmpty() ? UNREADABLE : code;
        } catch (IOException notJson) {
            return UNREADABLE;
        }
    }
}
