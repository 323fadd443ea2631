/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What merging came to.
 *
 * @param patch what to write; may be empty
 * @param refusals what LeadIQ had and was not written, at most one for each field
 */
public record Merged(CrmPatch patch, List<Refusal> refusals) {
    public Merged {
        Objects.requireNonNull(patch, "patch");
        refusals = List.copyOf(refusals);
    }

    /**
     * What is left when the CRM does not take some of it.
     *
     * @param refused the reason by field, without values
     */
    public Merged without(Map<String, String> refused) {
        if (refused.isEmpty()) {
            return this;
        }
        List<Refusal> all = new ArrayList<>(refusals);
        refused.forEach((field, reason) -> all.add(new Refusal(field, RefusalReason.CRM_REFUSED, reason)));
        return new Merged(patch.without(refused.keySet()), all);
    }
}
