/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Matcher;
import io.github.camelleadiq.routes.core.merge.Merged;
import io.github.camelleadiq.routes.core.merge.Merger;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * From a record and an answer that are near each other to what is written, as the pipeline goes: no exception, and nothing is
 * written of a candidate that anything speaks against. {@code -Dfuzz.tries=1000000} tries a million pairs.
 */
class NearPairsTest {
    private static final int TRIES = 3_000;
    private static final int PAIRS_IN_A_TRY =
            Math.max(1, (Integer.getInteger("fuzz.tries", TRIES) + TRIES - 1) / TRIES);

    private static final EnrichmentProfile LEAD = Fixtures.shipped("lead");
    private static final EnrichmentProfile ACCOUNT = Fixtures.shipped("account");
    private static final ObjectDescribe DESCRIBE = Fixtures.describe();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}(?:;ext=\\d+| ext\\. ?\\d+|x\\d+)?");

    private static final AtomicLong PAIRS = new AtomicLong();
    private static final AtomicLong MATCHED = new AtomicLong();
    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final AtomicLong CONTRADICTED = new AtomicLong();

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void nothingIsWrittenThatAnythingSpeaksAgainst(@ForAll Random random) {
        NearPairs pairs = new NearPairs(random);
        for (int pair = 0; pair < PAIRS_IN_A_TRY; pair++) {
            boolean isPerson = random.nextInt(4) > 0;
            check(isPerson ? pairs.person() : pairs.company(), isPerson ? LEAD : ACCOUNT, random);
        }
    }

    private static void check(NearPairs.Pair pair, EnrichmentProfile profile, Random random) {
        PAIRS.incrementAndGet();
        try {
            List<Object> fields = new ArrayList<>();
            pair.fields().forEach((name, value) -> fields.addAll(List.of(name, value)));
            CrmRecord crmRecord = Fixtures.crmRecord(profile.object(), fields.toArray());
            EnrichmentPlan plan = Planner.plan(crmRecord, profile, DESCRIBE, null, Fixtures.NOW);
            if (!plan.isLookup()) {
                return;
            }
            Rung rung =
                    plan.lookups().get(random.nextInt(plan.lookups().size())).rung();
            MatchResult match = Matcher.match(crmRecord, profile, candidates(pair, profile, rung));
            Merged merged = Merger.merge(crmRecord, profile, plan, match, DESCRIBE, Fixtures.NOW);
            assertThat(match.reason()).startsWith(match.status());
            if (match instanceof MatchResult.TooLow tooLow && tooLow.best().isContradicted()) {
                CONTRADICTED.incrementAndGet();
            }
            if (match instanceof MatchResult.Matched matched) {
                MATCHED.incrementAndGet();
                assertThat(matched.best().evidence())
                        .noneMatch(item -> item.signal().decides() && item.agreement() == Agreement.CONTRADICTS);
                assertThat(matched.confidence()).isBetween(profile.minConfidence(), 1.0);
                // whatever the evidence says: they are two people
                assertThat(pair.isSibling()).isFalse();
                merged.patch().changes().forEach(change -> check(change, crmRecord));
                WRITTEN.addAndGet(merged.patch().changes().size());
            } else {
                assertThat(merged.patch().changes()).isEmpty();
            }
        } catch (RuntimeException | AssertionError e) {
            fail(e + " of " + profile.object() + " with " + pair, e);
        }
    }

    private static List<Candidate> candidates(NearPairs.Pair pair, EnrichmentProfile profile, Rung rung) {
        return profile == LEAD
                ? Candidate.people(pair.answers().stream().map(Fixtures::person).toList(), rung)
                : Candidate.companies(
                        pair.answers().stream().map(Fixtures::company).toList(), rung);
    }

    private static void check(FieldChange change, CrmRecord crmRecord) {
        FieldDescribe field = DESCRIBE.field(change.field()).orElseThrow();
        assertThat(crmRecord.isEmpty(change.field())).isTrue();
        assertThat(change.after()).isNotNull();
        if (change.after() instanceof String text) {
            assertThat(text).isNotBlank();
            assertThat(text.length()).isLessThanOrEqualTo(field.length());
        }
        if (change.status() != null) {
            assertThat(NearPairs.ALLOWED).contains(change.status());
        }
        if (field.type().equals("phone")) {
            assertThat(change.after().toString()).matches(E164);
        }
    }

    /** A fuzz that matches nobody shows nothing. */
    @AfterContainer
    static void areOfAllKinds() {
        System.out.printf(
                "%,d pairs: %,d matched, %,d values written, %,d contradicted%n",
                PAIRS.get(), MATCHED.get(), WRITTEN.get(), CONTRADICTED.get());
        assertThat(MATCHED.get()).isGreaterThan(PAIRS.get() / 20);
        assertThat(WRITTEN.get()).isGreaterThan(MATCHED.get());
        assertThat(CONTRADICTED.get()).isGreaterThan(PAIRS.get() / 20);
    }
}
