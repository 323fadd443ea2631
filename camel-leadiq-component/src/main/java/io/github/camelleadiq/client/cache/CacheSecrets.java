/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The secret that hides what is kept about people, and those that it has replaced.
 *
 * <p>Nothing is read with a replaced secret from the cache: it was replaced because others may know it, and whoever knows
 * it could put answers there. To ask LeadIQ again is free for a year. What was kept with it is still found to be erased,
 * and the credit ledger still knows by it what was bought.
 *
 * @param current the one to keep with
 * @param previous those before it, in any order
 */
public record CacheSecrets(CacheSecret current, List<CacheSecret> previous) {

    private static final CacheSecrets NONE = new CacheSecrets(CacheSecret.none(), List.of());

    public CacheSecrets {
        previous = List.copyOf(previous);
    }

    /** There is no secret, and there was none. */
    public static CacheSecrets none() {
        return NONE;
    }

    /**
     * @param current as in {@link CacheSecret#of}; null for none
     * @param previous those before it, separated by commas; null for none
     * @throws IllegalArgumentException when one of them is no secret; the message starts with the option's name
     */
    public static CacheSecrets of(String current, String previous) {
        return new CacheSecrets(
                current == null ? CacheSecret.none() : secret("cacheSecret", current),
                previous == null
                        ? List.of()
                        : Arrays.stream(previous.split(","))
                                .filter(one -> !one.isBlank())
                                .map(one -> secret("previousCacheSecrets", one))
                                .toList());
    }

    private static CacheSecret secret(String option, String base64) {
        try {
            return CacheSecret.of(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /** All that something may have been kept with, none among them: there may have been a time before the first. */
    public List<CacheSecret> all() {
        return Stream.of(Stream.of(current), previous.stream(), Stream.of(CacheSecret.none()))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }
}
