/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** One peer in a JVM of its own, so that neither its processor time nor its compiled code is shared with the others. */
public final class LookupMain {

    private LookupMain() {}

    /** @param arguments the name of the peer and the URL of the server */
    public static void main(String[] arguments) throws Exception {
        Peer peer = Peer.of(arguments[0]);
        URI url = URI.create(arguments[1]);
        CommandLoop.serve(Map.of("measure", words -> measure(peer, url, words.split(" "))));
        System.exit(0);
    }

    /** @param words lookups in flight, and the milliseconds before and in the window */
    private static String measure(Peer peer, URI url, String[] words) throws Exception {
        return Load.measure(
                        peer,
                        url,
                        Integer.parseInt(words[0]),
                        Duration.ofMillis(Long.parseLong(words[1])),
                        Duration.ofMillis(Long.parseLong(words[2])))
                .toLine();
    }
}
