/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.List;
import java.util.Set;

/** The CRM, as the pipeline needs it. */
public interface Crm {
    /** The most records that are written with one call. */
    int MOST = 200;

    /** The most records that are read with one call. */
    int MOST_READ = 2_000;

    /**
     * Reads records.
     *
     * @param ids {@link #MOST_READ} at most
     * @return those that there are, in any order, each with all of these fields, null where one is empty: a field that is
     *     not there has not been read, and an opt-out that has not been read counts as one
     * @throws RuntimeException if the CRM cannot be reached or refuses
     */
    List<CrmRecord> read(String objectType, List<String> ids, Set<String> fields);

    /**
     * Writes to records of one object type.
     *
     * @param patches {@link #MOST} at most
     * @return what became of each, in the same order
     * @throws RuntimeException if the CRM cannot be reached; then each of them may be written or not
     */
    List<WriteOutcome> write(String objectType, List<CrmPatch> patches);

    /**
     * What the CRM says of an object.
     *
     * @throws RuntimeException if the CRM cannot be reached or has no such object
     */
    ObjectDescribe describe(String objectType);

    /** What was said of an object may be wrong by now: the next {@link #describe} is to ask anew, where it remembers. */
    default void forget(String objectType) {}
}
