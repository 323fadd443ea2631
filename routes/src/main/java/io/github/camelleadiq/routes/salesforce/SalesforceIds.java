/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.RecordId;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/** Enriches the records of these ids, now, as a run of their own. */
public final class SalesforceIds extends SalesforceBean {
    private static final int ATTEMPTS = 1;
    private String object;
    private EnrichmentState state;

    /**
     * Puts records into the inbox, 5,000 at a time, and returns when all of them are settled.
     *
     * @param body a list of ids of 15 or 18 characters, or a text of them with anything but letters and digits between
     * @param runId the run; one is made if it is not given
     * @return the run as it stands; {@link RunState#RUNNING} if everything is being stopped before it is done
     * @throws IllegalArgumentException if something is not an id; nothing is done then
     * @throws IllegalStateException if the run's budget does not suffice for all of them
     */
    @Handler
    public Run enrich(@Body Object body, @Header(RoutesConstants.RUN_ID) String runId) {
        List<String> ids = ids(body);
        String id = runId == null ? "ids-" + UUID.randomUUID() : runId;
        GivenIds given = new GivenIds(ids);
        Run run;
        do {
            state.runs()
                    .find(id)
                    .filter(found -> found.state() == RunState.DONE)
                    .ifPresent(found -> state.runs().reopen(id));
            run = BackfillRunner.run(
                    getCamelContext(),
                    state,
                    new BackfillRunner.Plan(id, object, null, BackfillRunner.WINDOW, null),
                    ATTEMPTS,
                    Duration.ZERO,
                    patience -> given);
            // it was waited for the end of others who asked by the same name
        } while (run.state() == RunState.DONE && given.next == 0);
        if (run.state() == RunState.PAUSED) {
            throw new IllegalStateException(
                    "Run " + id + " pauses before all of its records are done: they could cost more than may be spent");
        }
        return run;
    }

    /** Goes on where it was: the cursor can be of other ids, that were given before or at the same time by the same name. */
    private static final class GivenIds implements RecordSource {
        private final List<String> all;
        /** How many are in the inbox, as far as is known. */
        private int offered;
        /** How many were handed over. */
        private int next;

        private GivenIds(List<String> all) {
            this.all = all;
        }

        @Override
        public Ids next(String after, int most) {
            if (next > 0 && all.get(next - 1).equals(after)) {
                offered = next;
            }
            next = Math.min(all.size(), offered + most);
            return new Ids(all.subList(offered, next), next == all.size());
        }

        @Override
        public long count(String after) {
            return all.size() - offered;
        }
    }

    private static List<String> ids(Object body) {
        List<String> ids = new ArrayList<>();
        if (body instanceof Iterable<?> several) {
            several.forEach(id -> ids.add(String.valueOf(id)));
        } else if (body != null) {
            ids.addAll(Arrays.asList(body.toString().strip().split("[^A-Za-z0-9]+")));
        }
        long wrong = ids.stream().filter(id -> !RecordId.isOfSalesforce(id)).count();
        if (ids.isEmpty() || wrong > 0) {
            // not what they are: messages are logged, and it can be anything, such as a record that was sent by mistake
            throw new IllegalArgumentException(
                    "Ids of Salesforce records are expected, but %d of %d are none".formatted(wrong, ids.size()));
        }
        return List.copyOf(ids.stream().map(RecordId::of).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The object, such as {@code Lead}. */
    public void setObject(String object) {
        this.object = Soql.object(object);
    }

    /** Keeps the run and its records. */
    public void setState(EnrichmentState state) {
        this.state = state;
    }
}
