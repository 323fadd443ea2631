/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelleadiq.benchmarks.peer.Peer;
import io.github.camelleadiq.benchmarks.subject.Load;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each peer does the same work: {@link Load} refuses a wrong person. */
@TestInstance(Lifecycle.PER_CLASS)
class PeersTest {

    private SimulatorJvm server;

    @BeforeAll
    void start() {
        server = new SimulatorJvm(0);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("io.github.camelleadiq.benchmarks.peer.Peer#ALL")
    void findsThePersonWhoWasAskedFor(Peer peer) {
        assertThatCode(() -> Load.measure(peer, server.url(), 4, Duration.ZERO, Duration.ofMillis(200)))
                .doesNotThrowAnyException();
    }
}
