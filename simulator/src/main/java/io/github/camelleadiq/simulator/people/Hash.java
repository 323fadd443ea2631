/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

/** Numbers that look random and are the same in every run. */
final class Hash {
    private Hash() {}

    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    static long mix(long seed) {
        long z = (seed ^ (seed >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    /** A number from 0 to bound - 1; a different salt gives an unrelated number. */
    static int below(long seed, int salt, int bound) {
        return (int) Long.remainderUnsigned(mix(seed + salt * 0x9e3779b97f4a7c15L), bound);
    }

    static <T> T pick(long seed, int salt, T[] values) {
        return values[below(seed, salt, values.length)];
    }
}
