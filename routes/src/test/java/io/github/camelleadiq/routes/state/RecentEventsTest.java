/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RecentEventsTest extends StateContract {
    @Test
    void knowsWhoseEventsHaveComeSinceWhateverBecameOfThem() {
        state.inbox().offer(event("before", "00Q1", "00Q2"));
        clock.pass(Duration.ofSeconds(1));
        Instant since = clock.instant();
        assertThat(state.changedSince("Lead", since)).isEmpty();

        state.inbox().offer(event("dead", "00Q3", "00Q4"));
        state.inbox().done(ME, ids(claim(2, ME)));
        state.inbox().dead(ME, ids(claim(2, ME)), "no");
        state.inbox().offer(event("waits", "00Q2"));

        assertThat(state.changedSince("Lead", since)).containsExactlyInAnyOrder("00Q2", "00Q3", "00Q4");
        assertThat(state.changedSince("Contact", since)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(state.changedSince("Lead", clock.instant())).isEmpty();
    }

    @Test
    void readsAsFarBackAsNeeded() {
        Instant since = clock.instant();
        List<String> ids = IntStream.range(0, 1_201).mapToObj(i -> "00Q" + i).toList();
        state.inbox().offerAll(ids.stream().map(id -> event(id, id)).toList());

        assertThat(state.changedSince("Lead", since)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void isNotMisledByManyPartsOfAnOldEvent() {
        List<String> ids = IntStream.range(0, 600).mapToObj(i -> "00P" + i).toList();
        state.inbox().offer(event("old", ids.toArray(String[]::new)));
        clock.pass(Duration.ofSeconds(1));
        Instant since = clock.instant();
        StoredEvent old = claim(1, ME).get(0);
        state.inbox().offer(event("new", "00Q1"));

        Map<String, Settlement> apart = new HashMap<>();
        ids.forEach(id -> apart.put(id, new Settlement.Later(since, true, false, "refused " + id)));
        assertThat(state.inbox().settle(ME, List.of(old.id()), apart)).containsExactly(old.id());
        assertThat(state.inbox().counts()).containsEntry(EventState.PENDING, 601L);

        assertThat(state.changedSince("Lead", since)).contains("00Q1");
    }
}
