/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

/**
 * How many records of an object go into one write. Triggers have so much CPU time and so many queries a transaction, and
 * what is too much for them with 200 records can be done with fewer. Halves until the writes get through, remembers the
 * size that did, and tries larger ones now and then.
 */
final class WriteSize {
    /** After so many full writes in a row a larger one is tried. Should it fail, that is one request in fifty. */
    private static final int CALM = 50;

    private final int most;
    private int current;
    /** The largest full write that got through since a smaller one failed; 0 if there was none. */
    private int worked;

    /** The largest write that ever got through; 0 if there was none. */
    private int best;

    private int inARow;

    WriteSize(int most) {
        this.most = most;
        this.current = most;
    }

    synchronized int current() {
        return current;
    }

    /** So many records were not too much. The rest of a batch says nothing about a full write. */
    synchronized void worked(int records) {
        best = Math.max(best, records);
        if (records < current) {
            return;
        }
        worked = current;
        inARow++;
        if (current < most && inARow >= CALM) {
            inARow = 0;
            current = Math.min(most, current + Math.max(1, current / 4));
        }
    }

    /** So many records were too much. */
    synchronized void tooMuch(int records) {
        inARow = 0;
        if (worked >= records) {
            worked = 0;
        }
        current = Math.min(current, worked > 0 ? worked : Math.max(1, records / 2));
    }

    /** A single record was too much: that is about the record, not about how many there are. */
    synchronized void tooMuchAlone() {
        inARow = 0;
        current = best > 0 ? best : most;
    }
}
