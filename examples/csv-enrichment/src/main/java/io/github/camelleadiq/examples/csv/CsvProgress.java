/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says every now and then how far the work is. */
final class CsvProgress {

    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final Tally tally;
    private final Spending credits;
    private long last = System.nanoTime();

    CsvProgress(PrintStream out, Tally tally, Spending credits) {
        this.out = out;
        this.tally = tally;
        this.credits = credits;
    }

    /** A row has ended. */
    void advance() {
        long now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            out.printf(
                    Locale.ROOT,
                    "... %,d rows: %,d matched, %,d unmatched, %,d rejected, %s credits%n",
                    tally.read(),
                    tally.matched(),
                    tally.unmatched(),
                    tally.rejected(),
                    credits.total().toPlainString());
        }
    }
}
