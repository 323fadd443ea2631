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
 * How far an email can be trusted. Invalid and Suppressed must not reach a CRM.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record EmailVerificationStatusType(String value) {

    /** Documented and live. */
    public static final EmailVerificationStatusType VERIFIED = new EmailVerificationStatusType("Verified");

    /** Documented and live. */
    public static final EmailVerificationStatusType VERIFIED_LIKELY =
            new EmailVerificationStatusType("VerifiedLikely");

    /** Documented and live. */
    public static final EmailVerificationStatusType UNVERIFIED = new EmailVerificationStatusType("Unverified");

    /** Documented and live. */
    public static final EmailVerificationStatusType INVALID = new EmailVerificationStatusType("Invalid");

    /** Live only. */
    public static final EmailVerificationStatusType SUPPRESSED = new EmailVerificationStatusType("Suppressed");

    private static final List<EmailVerificationStatusType> KNOWN = List.of(
            VERIFIED,
            VERIFIED_LIKELY,
            UNVERIFIED,
            INVALID,
            SUPPRESSED);

    private static final Map<String, EmailVerificationStatusType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(EmailVerificationStatusType::value, Function.identity()));

    public EmailVerificationStatusType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EmailVerificationStatusType of(String value) {
        if (value == null) {
            return null;
        }
        EmailVerificationStatusType known = BY_VALUE.get(value);
        return known == null ? new EmailVerificationStatusType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<EmailVerificationStatusType> values() {
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
