/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

/**
 * What a peer took in one window of time.
 *
 * @param cpuMicros   processor time of this JVM for each lookup, in microseconds
 * @param perSecond   lookups in a second of wall time
 * @param kilobytes   memory allocated for each lookup, in units of 1,024 bytes
 * @param threads     the most threads at one time, above those that were there before the peer
 * @param lookups     how many were finished in the window
 */
public record Figures(double cpuMicros, double perSecond, double kilobytes, double threads, long lookups) {

    /** As one line, for {@link #of}. */
    String toLine() {
        return cpuMicros + " " + perSecond + " " + kilobytes + " " + threads + " " + lookups;
    }

    public static Figures of(String line) {
        String[] words = line.split(" ");
        return new Figures(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Long.parseLong(words[4]));
    }
}
