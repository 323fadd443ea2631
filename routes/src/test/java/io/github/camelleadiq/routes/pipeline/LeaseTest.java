/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.StoredEvent;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long records stay a worker's that lives, and one's that has died. */
class LeaseTest {
    private static final Duration ALMOST_A_MINUTE = Duration.ofSeconds(59);

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock(NOW);
    private H2State h2;
    private EnrichmentState state;
    private InboxWorker worker;

    @BeforeEach
    void claim() {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource(), clock);
        PipelineContext setup = PipelineContext.of(
                Fixtures.shipped("lead"),
                state,
                unused(Crm.class),
                unused(LeadIQ.class),
                new Us("leadiq", null),
                Mode.LIVE,
                new PipelineOptions.Builder().maxDelay(Duration.ZERO).build(),
                clock);
        worker = new InboxWorker(setup, InboxWorker.Takes.CHANGES, "stream");
        state.inbox().offer(PipelineFixture.event(ChangeKind.CREATE, null, Set.of(), "00Q1"));
        worker.begin("one");
        assertThat(worker.take("one")).hasSize(1);
    }

    @AfterEach
    void close() {
        h2.close();
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new IllegalStateException("not needed");
        }));
    }

    private List<StoredEvent> takenByAnother() {
        return state.inbox().claim("Lead", 10, Duration.ofMinutes(1), "other");
    }

    @Test
    void whatAWorkerHadThatDiedIsThereAMinuteLater() {
        clock.pass(ALMOST_A_MINUTE);
        assertThat(takenByAnother()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(takenByAnother()).hasSize(1);
    }

    @Test
    void aPauseIsNotLongerForAClockThatIsSetBack() {
        PauseSwitch gate = new PauseSwitch(clock);
        gate.close(Duration.ofMinutes(10));
        assertThat(gate.isOpen()).isFalse();
        clock.pass(Duration.ofHours(-2));
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.closedUntil()).isBefore(clock.instant());

        gate.close(Duration.ofMinutes(1));
        assertThat(gate.isOpen()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void whoLivesKeepsItUntilTheLeaseIsOver() {
        for (Duration worked = Duration.ZERO;
                worked.compareTo(Duration.ofMinutes(9)) < 0;
                worked = worked.plus(ALMOST_A_MINUTE)) {
            clock.pass(ALMOST_A_MINUTE);
            worker.renew();
            assertThat(takenByAnother()).isEmpty();
        }
        clock.pass(ALMOST_A_MINUTE);
        worker.renew();
        clock.pass(ALMOST_A_MINUTE);
        worker.renew();
        assertThat(takenByAnother()).as("it hangs").hasSize(1);
    }
}
