/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.routes.state.Runs;
import io.github.camelleadiq.routes.state.StateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run notes of itself, as long as it is ours. A database that is away is waited for, however long; whoever comes
 * too late, because the run is another worker's by then, changes nothing.
 */
final class RunTracker {
    /** How often a run that waits looks whether it was paused. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Runs runs;
    private final BackfillRunner.Plan plan;
    private final RunLease lease;
    private final Patience patience;
    private Run run;
    private Instant nextLook = Instant.MIN;

    /** @param patience asked whether to go on while the database is away */
    RunTracker(EnrichmentState state, BackfillRunner.Plan plan, RunLease lease, Patience patience) {
        this.runs = state.runs();
        this.plan = plan;
        this.lease = lease;
        this.patience = patience;
    }

    /** The run as it was last seen. */
    Run run() {
        return run;
    }

    /** Looks at the run, which is begun if there is none. */
    Run find() {
        return seen(() -> runs.find(plan.runId()).orElseGet(this::startOrResume));
    }

    /** Takes the run, or takes it again; returns false if it is another worker's. */
    boolean take() {
        return noting(lease::take);
    }

    /** Goes on with the run. */
    Run begin() {
        return seen(this::startOrResume);
    }

    /** Records go into the inbox, and the cursor moves behind them. */
    void offer(List<String> recordIds) {
        String cursor = recordIds.get(recordIds.size() - 1);
        ours(() -> runs.offer(run, lease.owner(), cursor, recordIds));
    }

    /** Whether records wait that no worker has begun with. */
    boolean isAhead() {
        return noting(() -> runs.isAhead(run));
    }

    /** Whether nothing waits and nothing is worked on. */
    boolean isSettled() {
        return noting(() -> runs.isSettled(run));
    }

    /** Ends the run, unless it has ended. */
    void end(RunState end) {
        ours(() -> runs.end(plan.runId(), lease.owner(), end));
    }

    /** Whether to work on: nothing stops, the run is ours, and it is not paused, as far as we have looked lately. */
    boolean goesOn() {
        return patience.isWanted() && lease.isHeld() && isRunning();
    }

    private boolean isRunning() {
        Instant now = patience.clock().instant();
        if (run.state() == RunState.RUNNING && !now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK);
            try {
                runs.find(plan.runId()).ifPresent(found -> run = found);
            } catch (StateException e) {
                // whether it was paused is asked again; that the database is away is noticed where it matters
                return true;
            }
        }
        return run.state() == RunState.RUNNING;
    }

    private Run startOrResume() {
        return runs.startOrResume(plan.runId(), plan.object(), plan.where(), plan.creditCap());
    }

    private Run seen(Supplier<Run> call) {
        run = noting(call);
        return run;
    }

    private void ours(Supplier<Optional<Run>> call) {
        run = noting(call).orElseThrow(() -> {
            lease.lose();
            return new IllegalStateException("Run " + plan.runId() + " is another worker's now");
        });
    }

    private <T> T noting(Supplier<T> call) {
        return patience.withoutEnd().with("The state of run " + plan.runId(), call);
    }
}
