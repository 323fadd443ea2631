/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

/** Telephone numbers out of the range that is reserved for fiction, in an area that there is: others are no valid numbers. */
final class PhoneNumbers {
    private PhoneNumbers() {}

    static String of(long seed, int salt) {
        int number = Hash.below(seed, salt, 100);
        return (number < 10 ? "+1 206 555 010" : "+1 206 555 01") + number;
    }
}
