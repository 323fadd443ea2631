/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code ErrorCode} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ErrorCode(String value) {

    /** Live only. */
    public static final ErrorCode ALREADY_CANCELED = new ErrorCode("AlreadyCanceled");

    /** Live only. */
    public static final ErrorCode ALREADY_COMPLETED = new ErrorCode("AlreadyCompleted");

    /** Live only. */
    public static final ErrorCode ALREADY_FAILED = new ErrorCode("AlreadyFailed");

    /** Live only. */
    public static final ErrorCode CANCELED = new ErrorCode("Canceled");

    /** Live only. */
    public static final ErrorCode INSUFFICIENT_CREDITS = new ErrorCode("InsufficientCredits");

    /** Live only. */
    public static final ErrorCode INVALID_PARAMETERS = new ErrorCode("InvalidParameters");

    /** Live only. */
    public static final ErrorCode NO_TRACKED_ENTITIES = new ErrorCode("NoTrackedEntities");

    /** Live only. */
    public static final ErrorCode NOT_FOUND = new ErrorCode("NotFound");

    /** Live only. */
    public static final ErrorCode TIMEOUT = new ErrorCode("Timeout");

    /** Live only. */
    public static final ErrorCode UNEXPECTED = new ErrorCode("Unexpected");

    /** Live only. */
    public static final ErrorCode UNEXPECTED_CREDIT_ERROR = new ErrorCode("UnexpectedCreditError");

    /** Live only. */
    public static final ErrorCode UNSUPPORTED_BY_CREDIT_PLAN = new ErrorCode("UnsupportedByCreditPlan");

    private static final List<ErrorCode> KNOWN = List.of(
            ALREADY_CANCELED,
            ALREADY_COMPLETED,
            ALREADY_FAILED,
            CANCELED,
            INSUFFICIENT_CREDITS,
            INVALID_PARAMETERS,
            NO_TRACKED_ENTITIES,
            NOT_FOUND,
            TIMEOUT,
            UNEXPECTED,
            UNEXPECTED_CREDIT_ERROR,
            UNSUPPORTED_BY_CREDIT_PLAN);

    private static final Map<String, ErrorCode> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ErrorCode::value, Function.identity()));

    public ErrorCode {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ErrorCode of(String value) {
        if (value == null) {
            return null;
        }
        ErrorCode known = BY_VALUE.get(value);
        return known == null ? new ErrorCode(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ErrorCode> values() {
        return KNOWN;
    }

    /** Whether this is one of {@link #values()}. */
    public boolean isKnown() {
        return BY_VALUE.containsKey(value);
    }

    @Override
    @JsonValue
    public String value() {
        return value;
    }

    /** The text that LeadIQ uses. */
    @Override
    public String toString() {
        return value;
    }
}
