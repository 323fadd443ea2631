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
 * it is clear for whom. When several records are refused alone, and none is taken, they are not the reason, and the rest
 * waits.
 */
final class DividedWrite {
    private static final int STRANGE = 3;

    private final Function<List<CrmPatch>, List<WriteOutcome>> request;
    private boolean works;
    private int refusedAlone;

    /** @param request writes, and fails with a {@link SalesforceCallException} if that fails as a whole */
    DividedWrite(Function<List<CrmPatch>, List<WriteOutcome>> request) {
        this.request = request;
    }

    List<WriteOutcome> write(List<CrmPatch> patches) {
        try {
            List<WriteOutcome> outcomes = request.apply(patches);
            works = true;
            return outcomes;
        } catch (SalesforceCallException e) {
            return e.isRetryable() ? WriteResults.failed(patches, e) : divide(patches, e);
        }
    }

    private List<WriteOutcome> divide(List<CrmPatch> patches, SalesforceCallException failure) {
        if (patches.size() == 1) {
            refusedAlone++;
            return WriteResults.failed(patches, failure);
        }
        List<WriteOutcome> outcomes = new ArrayList<>(patches.size());
        int middle = patches.size() / 2;
        for (List<CrmPatch> half : List.of(patches.subList(0, middle), patches.subList(middle, patches.size()))) {
            boolean hopeless = !works && refusedAlone >= STRANGE;
            outcomes.addAll(
                    hopeless ? WriteResults.failed(half, failure, WriteOutcome.Status.RETRY_LATER) : write(half));
        }
        return outcomes;
    }
}
