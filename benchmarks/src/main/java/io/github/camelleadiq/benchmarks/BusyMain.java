/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.IOException;

/** Work of others on the machine: takes a processor for itself until its parent lets it end. */
public final class BusyMain {

    private BusyMain() {}

    public static void main(String[] arguments) throws IOException {
        Thread work = new Thread(BusyMain::spin, "busy");
        work.setDaemon(true);
        work.start();
        // the end of the input is the end of the parent
        System.in.read();
        System.exit(0);
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
