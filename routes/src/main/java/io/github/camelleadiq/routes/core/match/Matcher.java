/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Decides whether one of the candidates is what the record means. */
public final class Matcher {
    private static final Map<Kind, BiFunction<CrmRecord, EnrichmentProfile, Scorer>> SCORERS =
            Map.of(Kind.PERSON, PersonScorer::new, Kind.COMPANY, CompanyScorer::new);

    private Matcher() {}

    /**
     * The result for a record.
     *
     * @param candidates what LeadIQ found, of the profile's kind; the same id twice counts once
     */
    public static MatchResult match(CrmRecord crmRecord, EnrichmentProfile profile, List<Candidate> candidates) {
        Scorer scorer = SCORERS.get(profile.kind()).apply(crmRecord, profile);
        Set<String> seen = new HashSet<>();
        List<Scored> scored = candidates.stream()
                .map(scorer::score)
                .sorted(Comparator.comparingDouble(Scored::confidence).reversed())
                // found twice, it counts as it was found best
                .filter(one ->
                        one.candidate().id() == null || seen.add(one.candidate().id()))
                .toList();
        if (scored.isEmpty()) {
            return new MatchResult.NotFound();
        }
        Scored best = scored.get(0);
        boolean close = scored.size() > 1 && isClose(best, scored.get(1), profile.ambiguityMargin());
        boolean isGoodEnough = best.confidence() >= profile.minConfidence() && !best.isContradicted();
        if (close && isGoodEnough) {
            return new MatchResult.Ambiguous(best, scored.get(1));
        }
        Optional<MatchResult> other = close ? Optional.empty() : scorer.insteadOf(best);
        return other.orElseGet(() -> isGoodEnough ? new MatchResult.Matched(best) : new MatchResult.TooLow(best));
    }

    /** Sums of fractions are not exact. */
    private static boolean isClose(Scored best, Scored second, double margin) {
        return best.confidence() - second.confidence() + 1e-9 < margin;
    }
}
