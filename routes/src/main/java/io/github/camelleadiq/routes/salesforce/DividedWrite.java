/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A write that Salesforce may refuse as a whole, for one record that it cannot read for instance. It is then halved until
 * it is clear for whom. When several records are refused alone, and none is taken, they are not the reason: nothing is
 * said against any of them then.
 */
final class DividedWrite {
    private static final int STRANGE = 3;

    private final Function<List<CrmPatch>, List<WriteOutcome>> request;
    private final boolean divideOutages;
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
        List<WriteOutcome> outcomes = attempt(patches);
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

    private List<WriteOutcome> attempt(List<CrmPatch> patches) {
        try {
            List<WriteOutcome> outcomes = request.apply(patches);
            works = true;
            return outcomes;
        } catch (SalesforceCallException e) {
            if (e.isUnexpected()) {
                // not for ever, as an outage would be
                return WriteResults.failed(patches, e, WriteOutcome.Status.RETRY_LATER);
            }
            boolean divides = !e.isRetryable() || (divideOutages && SalesforceErrors.canBeOfARecord(e));
            return divides ? divide(patches, e) : WriteResults.failed(patches, e);
        }
    }

    private List<WriteOutcome> divide(List<CrmPatch> patches, SalesforceCallException failure) {
        if (patches.size() == 1) {
            refusedAlone++;
            outage = failure.isRetryable();
            return WriteResults.failed(
                    patches, failure, outage ? WriteOutcome.Status.RETRY_LATER : WriteOutcome.Status.INVALID);
        }
        List<WriteOutcome> outcomes = new ArrayList<>(patches.size());
        int middle = patches.size() / 2;
        for (List<CrmPatch> half : List.of(patches.subList(0, middle), patches.subList(middle, patches.size()))) {
            boolean hopeless = !works && refusedAlone >= STRANGE;
            outcomes.addAll(
                    hopeless ? WriteResults.failed(half, failure, WriteOutcome.Status.UNAVAILABLE) : attempt(half));
        }
        return outcomes;
    }
}
