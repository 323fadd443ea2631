/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A peer as a build has it, in a JVM of its own.
 *
 * @param name for the table
 */
record Contender(String name, Build build, Peer peer) {

    /** All peers, and the component of the earlier build behind the present one. */
    static List<Contender> all(Build present, Build baseline) {
        return Peer.ALL.stream()
                .flatMap(peer -> peer.equals(Peer.LEADIQ)
                        ? Stream.of(of(present, peer), new Contender(named(baseline), baseline, peer))
                        : Stream.of(of(present, peer)))
                .toList();
    }

    static String named(Build baseline) {
        return Peer.LEADIQ.name() + " of " + baseline.name();
    }

    private static Contender of(Build present, Peer peer) {
        return new Contender(peer.name(), present, peer);
    }
}
