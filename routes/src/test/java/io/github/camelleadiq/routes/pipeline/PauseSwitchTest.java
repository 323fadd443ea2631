/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which failures are an outage, as far as those of the batches before tell. */
class PauseSwitchTest {
    private static final Set<String> NONE = Set.of();

    private final PauseSwitch gate = new PauseSwitch(Clock.systemUTC());

    /** What is an outage of these records, which fail together with this code. */
    private Set<String> fail(String code, String... ids) {
        Map<String, String> failed = new HashMap<>();
        for (String id : ids) {
            failed.put(id, code);
        }
        return gate.outage("write", NONE, failed);
    }

    private void pass(String... ids) {
        assertThat(gate.outage("write", Set.of(ids), Map.of())).isEmpty();
    }

    @Test
    void theSameOfThreeInARowIsAnOutage() {
        assertThat(fail("DOWN", "a")).isEmpty();
        assertThat(fail("DOWN", "b")).isEmpty();
        assertThat(fail("DOWN", "a")).as("it is one record still").isEmpty();
        assertThat(fail("DOWN", "c")).containsExactly("c");
        assertThat(fail("DOWN", "a", "b", "c")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void threeAtOnceAreAnOutageAtOnce() {
        assertThat(fail("DOWN", "a", "b", "c")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void codesAreToldApart() {
        assertThat(fail("DOWN", "a")).isEmpty();
        assertThat(fail("LOCKED", "b")).isEmpty();
        assertThat(fail("DOWN", "c")).isEmpty();
        assertThat(fail("LOCKED", "d")).isEmpty();
        assertThat(fail("DOWN", "e")).as("others in between change nothing").containsExactly("e");
    }

    @Test
    void stepsAreToldApart() {
        fail("DOWN", "a");
        fail("DOWN", "b");
        assertThat(gate.outage("read", Set.of("x"), Map.of())).isEmpty();
        assertThat(fail("DOWN", "c")).as("reads say nothing about writes").containsExactly("c");
    }

    @Test
    void whoFailsAmongOthersIsToBlameUntilItGetsThrough() {
        assertThat(gate.outage("write", Set.of("x"), Map.of("a", "LOCKED", "b", "LOCKED", "c", "LOCKED")))
                .isEmpty();
        assertThat(fail("LOCKED", "a", "b", "c")).isEmpty();
        pass("a", "b", "c");
        assertThat(fail("LOCKED", "a", "b", "c")).hasSize(3);
    }

    /** An outage is one for those as well that are to blame otherwise. */
    @Test
    void whoIsToBlameIsSparedWhileOthersFailToo() {
        assertThat(gate.outage("write", Set.of("x"), Map.of("a", "LOCKED"))).isEmpty();
        assertThat(fail("LOCKED", "b", "c")).isEmpty();
        assertThat(fail("LOCKED", "a")).isEmpty();
        assertThat(fail("LOCKED", "d")).containsExactly("d");
        assertThat(fail("LOCKED", "a")).containsExactly("a");
    }

    /** Three bad ones that always come together would be waited for without end. */
    @Test
    void aFailureCountsOnceWhenSomethingElseGotThroughSince() {
        assertThat(fail("BAD", "a", "b", "c")).hasSize(3);
        pass("x");
        assertThat(fail("BAD", "a", "b", "c")).isEmpty();
        assertThat(fail("BAD", "a", "b", "c")).hasSize(3);
        pass("a", "x");
        assertThat(fail("BAD", "a", "b", "c")).as("it got through itself").containsExactly("a");
    }
}
