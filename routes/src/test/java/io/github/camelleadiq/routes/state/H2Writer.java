/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.nio.file.Path;

/** A process that stores events from several threads and says so, until it is killed. */
final class H2Writer {
    static final String STORED = "stored ";

    private static final int THREADS = 3;

    private H2Writer() {}

    public static void main(String[] arguments) {
        H2State h2 = H2State.file(Path.of(arguments[0]));
        EnrichmentState state = EnrichmentState.open(h2.dataSource());
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[1] + "-" + thread + "-";
            new Thread(() -> write(state.inbox(), prefix)).start();
        }
    }

    private static void write(EventInbox inbox, String prefix) {
        for (int i = 0; ; i++) {
            String key = prefix + i;
            inbox.offer(StateContract.event(key, key));
            System.out.println(STORED + key + ".");
        }
    }
}
