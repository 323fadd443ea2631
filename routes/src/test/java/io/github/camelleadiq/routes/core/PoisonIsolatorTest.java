/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.PoisonIsolator.Failed;
import io.github.camelleadiq.routes.core.PoisonIsolator.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonIsolatorTest {
    private static final IllegalStateException BAD = new IllegalStateException("bad");
    private static final IllegalArgumentException AWAY = new IllegalArgumentException("away");

    private final List<Integer> attempts = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> bad = new HashSet<>();
    private int awayFrom = Integer.MAX_VALUE;
    private int badAttempts;

    private Findings<String> isolate(List<String> all) {
        return new PoisonIsolator<String>(this::work, failure -> failure == BAD).isolate(all);
    }

    private void work(List<String> some) {
        attempts.add(some.size());
        if (attempts.size() >= awayFrom) {
            throw AWAY;
        }
        if (attempts.size() <= badAttempts || some.stream().anyMatch(bad::contains)) {
            throw BAD;
        }
        done.addAll(some);
    }

    private static List<String> all(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i).toList();
    }

    private static List<String> ones(List<Failed<String>> failed) {
        return failed.stream().map(Failed::one).toList();
    }

    @Test
    void whatWorksIsDoneOnce() {
        Findings<String> findings = isolate(all(100));

        assertThat(findings.poison()).isEmpty();
        assertThat(findings.untold()).isEmpty();
        assertThat(attempts).containsExactly(100);
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "3, 78", "30, 572"})
    void fewAttemptsTellTheBadOnesOfAWindow(int several, int most) {
        List<String> all = all(5_000);
        IntStream.range(0, several).forEach(i -> bad.add(all.get(i * 5_000 / several + 77)));

        Findings<String> findings = isolate(all);

        assertThat(ones(findings.poison())).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(findings.untold()).isEmpty();
        assertThat(done).doesNotHaveDuplicates().hasSize(5_000 - several);
        assertThat(attempts).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 30, 199})
    void badOnesAtTheHeadAreNoOutage(int several) {
        List<String> all = all(200);
        bad.addAll(all.subList(0, several));
        // the last one gets through
        Findings<String> findings = isolate(all);

        assertThat(ones(findings.poison())).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(findings.untold()).isEmpty();
        assertThat(done).doesNotHaveDuplicates().hasSize(200 - several);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200, 5_000})
    void whereNoneGetsThroughNothingIsSaidAgainstAnyOfThem(int count) {
        List<String> all = all(count);
        bad.addAll(all);

        Findings<String> findings = isolate(all);

        assertThat(findings.poison()).isEmpty();
        assertThat(ones(findings.untold())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(findings.untold())
                .allSatisfy(failed -> assertThat(failed.failure()).isSameAs(BAD));
        // the way down, and two that stand elsewhere
        assertThat(attempts).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void nothingIsSaidAgainstThoseThatFailedInAnOutageThatEnds() {
        List<String> all = all(40);
        // the way down to the first, and the second
        badAttempts = 7;

        Findings<String> findings = isolate(all);

        assertThat(findings.poison()).isEmpty();
        assertThat(findings.untold()).isEmpty();
        assertThat(done).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void whatIsAboutNoneOfThemEndsTheSearch() {
        List<String> all = all(100);
        bad.add(all.get(60));
        // the next one after it was found
        awayFrom = 13;

        Findings<String> findings = isolate(all);

        assertThat(ones(findings.poison())).containsExactly(all.get(60));
        assertThat(attempts).hasSize(13);
        assertThat(ones(findings.untold())).doesNotContainAnyElementsOf(done).hasSize(99 - done.size());
        assertThat(findings.untold())
                .allSatisfy(failed -> assertThat(failed.failure()).isSameAs(AWAY));
    }
}
