/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A write that Salesforce may refuse as a whole, for one record that it cannot read for instance. It is then halved until
 * it is clear for whom. When several records are refused alone, and none is taken, the last one and one from the middle are
 * tried before it is believed: bad ones often stand together. Where they are refused as well, the records are not the reason, and nothing is
 * said against any of them.
 */
final class DividedWrite {
    private static final int STRANGE = 3;

    private final Function<List<CrmPatch>, List<WriteOutcome>> request;
    private final boolean divideOutages;
    private final Map<CrmPatch, WriteOutcome> settled = new IdentityHashMap<>();
    private List<CrmPatch> all;
    private boolean works;
    private int refusedAlone;
    private boolean outage;

    /**
     * @param request writes, and fails with a {@link SalesforceCallException} if that fails as a whole
     * @param divideOutages whether to halve also what fails as in an outage, which one record can be the reason of, too
     */
    DividedWrite(Function<List<CrmPatch>, List<WriteOutcome>> request, boolean divideOutages) {
        this.request = request;
        this.divideOutages = divideOutages;
    }

    List<WriteOutcome> write(List<CrmPatch> patches) {
        all = patches;
        attempt(patches);
        List<WriteOutcome> outcomes = patches.stream().map(settled::get).toList();
        if (works || refusedAlone == 0) {
            return outcomes;
        }
        // few that are refused may be to blame, and are given up in the end; many at once are not
        WriteOutcome.Status status =
                patches.size() > STRANGE || outage ? WriteOutcome.Status.UNAVAILABLE : WriteOutcome.Status.RETRY_LATER;
        return outcomes.stream()
                .map(outcome -> new WriteOutcome(outcome.recordId(), status, outcome.code(), outcome.message()))
                .toList();
    }

    /** Whether nothing came of it, for no fault of the records as far as can be seen. */
    static boolean isOutage(List<WriteOutcome> outcomes) {
        return outcomes.stream().allMatch(outcome -> outcome.status() == WriteOutcome.Status.UNAVAILABLE);
    }

    private void attempt(List<CrmPatch> some) {
        List<CrmPatch> patches =
                some.stream().filter(patch -> !settled.containsKey(patch)).toList();
        if (patches.isEmpty()) {
            return;
        }
        try {
            settle(patches, request.apply(patches));
            works = true;
        } catch (SalesforceCallException e) {
            if (e.isUnexpected()) {
                // not for ever, as an outage would be
                settle(patches, WriteResults.failed(patches, e, WriteOutcome.Status.RETRY_LATER));
                return;
            }
            boolean divides = !e.isRetryable() || (divideOutages && SalesforceErrors.canBeOfARecord(e));
            if (divides) {
                divide(patches, e);
            } else {
                settle(patches, WriteResults.failed(patches, e));
            }
        }
    }

    private void divide(List<CrmPatch> patches, SalesforceCallException failure) {
        if (patches.size() == 1) {
            refusedAlone++;
            outage = failure.isRetryable();
            settle(
                    patches,
                    WriteResults.failed(
                            patches, failure, outage ? WriteOutcome.Status.RETRY_LATER : WriteOutcome.Status.INVALID));
            return;
        }
        int middle = patches.size() / 2;
        for (List<CrmPatch> half : List.of(patches.subList(0, middle), patches.subList(middle, patches.size()))) {
            if (isHopeless()) {
                List<CrmPatch> rest = half.stream()
                        .filter(patch -> !settled.containsKey(patch))
                        .toList();
                settle(rest, WriteResults.failed(rest, failure, WriteOutcome.Status.UNAVAILABLE));
            } else {
                attempt(half);
            }
        }
    }

    /** Whether none was taken of those that were tried alone, of which two stand elsewhere. */
    private boolean isHopeless() {
        for (int place : List.of(all.size() - 1, all.size() / 2)) {
            if (!works && refusedAlone >= STRANGE) {
                attempt(all.subList(place, place + 1));
            }
        }
        return !works && refusedAlone >= STRANGE;
    }

    private void settle(List<CrmPatch> patches, List<WriteOutcome> outcomes) {
        for (int i = 0; i < patches.size(); i++) {
            settled.put(patches.get(i), outcomes.get(i));
        }
    }
}
