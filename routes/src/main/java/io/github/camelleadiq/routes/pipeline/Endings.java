/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.state.Outcome;
import java.util.List;

/** What came of a record once nothing is left to be written. */
final class Endings {
    private Endings() {}

    static Disposition of(RecordContext item) {
        MatchResult match = item.match();
        if (match instanceof MatchResult.Matched) {
            return item.merged().patch().changes().isEmpty()
                    ? new Disposition.Done(Outcome.NOTHING_TO_GAIN, null)
                    : new Disposition.Done(Outcome.WRITTEN, null);
        }
        if (match instanceof MatchResult.JobChanged) {
            return new Disposition.Done(Outcome.JOB_CHANGED, null);
        }
        return match instanceof MatchResult.NotFound
                ? new Disposition.Done(Outcome.NOT_FOUND, null)
                : new Disposition.Done(Outcome.AMBIGUOUS, match.reason());
    }

    /** The ids of the candidates that a match was about, the best first. */
    static List<Scored> candidates(MatchResult match) {
        if (match instanceof MatchResult.Matched matched) {
            return List.of(matched.best());
        }
        if (match instanceof MatchResult.Ambiguous ambiguous) {
            return List.of(ambiguous.best(), ambiguous.second());
        }
        if (match instanceof MatchResult.TooLow low) {
            return List.of(low.best());
        }
        return match instanceof MatchResult.JobChanged changed ? List.of(changed.best()) : List.of();
    }
}
