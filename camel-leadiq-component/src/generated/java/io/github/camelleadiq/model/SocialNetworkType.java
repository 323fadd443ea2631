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
 * {@code SocialNetworkType} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record SocialNetworkType(String value) {

    /** Documented and live. */
    public static final SocialNetworkType TWITTER = new SocialNetworkType("Twitter");

    /** Documented and live. */
    public static final SocialNetworkType FOURSQUARE = new SocialNetworkType("Foursquare");

    /** Documented and live. */
    public static final SocialNetworkType GRAVATAR = new SocialNetworkType("Gravatar");

    /** Documented and live. */
    public static final SocialNetworkType PINTEREST = new SocialNetworkType("Pinterest");

    /** Documented and live. */
    public static final SocialNetworkType ANGELLIST = new SocialNetworkType("Angellist");

    /** Documented and live. */
    public static final SocialNetworkType FACEBOOK = new SocialNetworkType("Facebook");

    /** Documented and live. */
    public static final SocialNetworkType KLOUT = new SocialNetworkType("Klout");

    private static final List<SocialNetworkType> KNOWN = List.of(
            TWITTER,
            FOURSQUARE,
            GRAVATAR,
            PINTEREST,
            ANGELLIST,
            FACEBOOK,
            KLOUT);

    private static final Map<String, SocialNetworkType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(SocialNetworkType::value, Function.identity()));

    public SocialNetworkType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SocialNetworkType of(String value) {
        if (value == null) {
            return null;
        }
        SocialNetworkType known = BY_VALUE.get(value);
        return known == null ? new SocialNetworkType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<SocialNetworkType> values() {
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
