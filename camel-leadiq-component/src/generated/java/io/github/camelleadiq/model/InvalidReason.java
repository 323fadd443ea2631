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
 * Why a contact value is wrong. The EmailBounceCode values are SMTP enhanced status codes without the dots.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record InvalidReason(String value) {

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_513 = new InvalidReason("EmailBounceCode513");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_554 = new InvalidReason("EmailBounceCode554");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_500 = new InvalidReason("EmailBounceCode500");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_547 = new InvalidReason("EmailBounceCode547");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_532 = new InvalidReason("EmailBounceCode532");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_564 = new InvalidReason("EmailBounceCode564");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_524 = new InvalidReason("EmailBounceCode524");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_563 = new InvalidReason("EmailBounceCode563");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_522 = new InvalidReason("EmailBounceCode522");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_555 = new InvalidReason("EmailBounceCode555");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_552 = new InvalidReason("EmailBounceCode552");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_570 = new InvalidReason("EmailBounceCode570");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_515 = new InvalidReason("EmailBounceCode515");

    /** Documented and live. */
    public static final InvalidReason WRONG_PERSON = new InvalidReason("WrongPerson");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_565 = new InvalidReason("EmailBounceCode565");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_544 = new InvalidReason("EmailBounceCode544");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_512 = new InvalidReason("EmailBounceCode512");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_516 = new InvalidReason("EmailBounceCode516");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_575 = new InvalidReason("EmailBounceCode575");

    /** Documented and live. */
    public static final InvalidReason OTHER = new InvalidReason("Other");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_561 = new InvalidReason("EmailBounceCode561");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_573 = new InvalidReason("EmailBounceCode573");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_510 = new InvalidReason("EmailBounceCode510");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_577 = new InvalidReason("EmailBounceCode577");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_551 = new InvalidReason("EmailBounceCode551");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_543 = new InvalidReason("EmailBounceCode543");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_530 = new InvalidReason("EmailBounceCode530");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_523 = new InvalidReason("EmailBounceCode523");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_541 = new InvalidReason("EmailBounceCode541");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_533 = new InvalidReason("EmailBounceCode533");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_545 = new InvalidReason("EmailBounceCode545");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_562 = new InvalidReason("EmailBounceCode562");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_571 = new InvalidReason("EmailBounceCode571");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_514 = new InvalidReason("EmailBounceCode514");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_572 = new InvalidReason("EmailBounceCode572");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_542 = new InvalidReason("EmailBounceCode542");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_517 = new InvalidReason("EmailBounceCode517");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_574 = new InvalidReason("EmailBounceCode574");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_521 = new InvalidReason("EmailBounceCode521");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_534 = new InvalidReason("EmailBounceCode534");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_531 = new InvalidReason("EmailBounceCode531");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_553 = new InvalidReason("EmailBounceCode553");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_518 = new InvalidReason("EmailBounceCode518");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_520 = new InvalidReason("EmailBounceCode520");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_511 = new InvalidReason("EmailBounceCode511");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_576 = new InvalidReason("EmailBounceCode576");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_550 = new InvalidReason("EmailBounceCode550");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_540 = new InvalidReason("EmailBounceCode540");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_546 = new InvalidReason("EmailBounceCode546");

    /** Documented and live. */
    public static final InvalidReason EMAIL_BOUNCE_CODE_560 = new InvalidReason("EmailBounceCode560");

    private static final List<InvalidReason> KNOWN = List.of(
            EMAIL_BOUNCE_CODE_513,
            EMAIL_BOUNCE_CODE_554,
            EMAIL_BOUNCE_CODE_500,
            EMAIL_BOUNCE_CODE_547,
            EMAIL_BOUNCE_CODE_532,
            EMAIL_BOUNCE_CODE_564,
            EMAIL_BOUNCE_CODE_524,
            EMAIL_BOUNCE_CODE_563,
            EMAIL_BOUNCE_CODE_522,
            EMAIL_BOUNCE_CODE_555,
            EMAIL_BOUNCE_CODE_552,
            EMAIL_BOUNCE_CODE_570,
            EMAIL_BOUNCE_CODE_515,
            WRONG_PERSON,
            EMAIL_BOUNCE_CODE_565,
            EMAIL_BOUNCE_CODE_544,
            EMAIL_BOUNCE_CODE_512,
            EMAIL_BOUNCE_CODE_516,
            EMAIL_BOUNCE_CODE_575,
            OTHER,
            EMAIL_BOUNCE_CODE_561,
            EMAIL_BOUNCE_CODE_573,
            EMAIL_BOUNCE_CODE_510,
            EMAIL_BOUNCE_CODE_577,
            EMAIL_BOUNCE_CODE_551,
            EMAIL_BOUNCE_CODE_543,
            EMAIL_BOUNCE_CODE_530,
            EMAIL_BOUNCE_CODE_523,
            EMAIL_BOUNCE_CODE_541,
            EMAIL_BOUNCE_CODE_533,
            EMAIL_BOUNCE_CODE_545,
            EMAIL_BOUNCE_CODE_562,
            EMAIL_BOUNCE_CODE_571,
            EMAIL_BOUNCE_CODE_514,
            EMAIL_BOUNCE_CODE_572,
            EMAIL_BOUNCE_CODE_542,
            EMAIL_BOUNCE_CODE_517,
            EMAIL_BOUNCE_CODE_574,
            EMAIL_BOUNCE_CODE_521,
            EMAIL_BOUNCE_CODE_534,
            EMAIL_BOUNCE_CODE_531,
            EMAIL_BOUNCE_CODE_553,
            EMAIL_BOUNCE_CODE_518,
            EMAIL_BOUNCE_CODE_520,
            EMAIL_BOUNCE_CODE_511,
            EMAIL_BOUNCE_CODE_576,
            EMAIL_BOUNCE_CODE_550,
            EMAIL_BOUNCE_CODE_540,
            EMAIL_BOUNCE_CODE_546,
            EMAIL_BOUNCE_CODE_560);

    private static final Map<String, InvalidReason> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(InvalidReason::value, Function.identity()));

    public InvalidReason {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InvalidReason of(String value) {
        if (value == null) {
            return null;
        }
        InvalidReason known = BY_VALUE.get(value);
        return known == null ? new InvalidReason(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<InvalidReason> values() {
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
