/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records that are not read yet, 2,000 at a call, with the fields that the profile needs. */
public final class ReadStep implements Step {
    private static final String STEP = "read";

    private static final Logger LOG = LoggerFactory.getLogger(ReadStep.class);

    @Override
    public Batch apply(Batch batch) {
        if (batch.open().findAny().isEmpty()) {
            return batch;
        }
        PipelineContext setup = batch.setup();
        try {
            Set<String> needed = setup.fit().readable(setup.describe());
            List<String> ids = batch.open()
                    .filter(item -> item.crmRecord() == null)
                    .map(RecordContext::recordId)
                    .toList();
            Map<String, CrmRecord> found = ids.isEmpty() ? Map.of() : read(setup, ids, needed);
            setup.gate().outage(STEP, ids, Map.of());
            Set<String> read = Set.copyOf(ids);
            return batch.eachOpen(
                    item -> read.contains(item.recordId()) ? item.with(found.get(item.recordId())) : item);
        } catch (ProfileMisfitException e) {
            // a person has to mend something
            return batch.allOpen(new Disposition.Later(stop(setup, e), false));
        } catch (RuntimeException e) {
            LOG.warn("Cannot read records of {}: {}", setup.profile().object(), CrmFailure.describe(e));
            LOG.debug("Cannot read records", e);
            String reason = "the CRM could not be read: " + CrmFailure.describe(e);
            // also where attempts count: a person has time to look before everything is a dead letter
            setup.gate().close(setup.options().outagePause());
            if (CrmFailure.in(e).filter(CrmFailure::isUnexpected).isEmpty()) {
                return batch.allOpen(new Disposition.Later(reason, false));
            }
            Map<String, String> failed = new HashMap<>();
            batch.open().forEach(item -> failed.put(item.recordId(), reason));
            Set<String> outage = setup.gate().outage(STEP, Set.of(), failed);
            return batch.eachOpen(item -> item.with(new Disposition.Later(reason, !outage.contains(item.recordId()))));
        }
    }

    private static Map<String, CrmRecord> read(PipelineContext setup, List<String> ids, Set<String> needed) {
        Set<String> asked = needed;
        Map<String, CrmRecord> found;
        try {
            found = pages(setup, ids, needed);
        } catch (RuntimeException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            // it may have been described as it is no more; what is missing now is named where the profile is held
            // against it
            setup.crm().forget(setup.profile().object());
            asked = setup.fit().readable(setup.describe());
            if (asked.containsAll(needed)) {
                Map<String, RuntimeException> refused = refused(setup, ids.get(0), needed);
                if (refused.isEmpty()) {
                    throw e;
                }
                setup.fit().hide(refused);
                asked = setup.fit().readable(setup.describe());
            }
            found = pages(setup, ids, asked);
        }
        setup.fit().heard(asked, found.values());
        return found;
    }

    private static Map<String, CrmRecord> pages(PipelineContext setup, List<String> ids, Set<String> fields) {
        Map<String, CrmRecord> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += Crm.MOST_READ) {
            List<String> page = ids.subList(from, Math.min(ids.size(), from + Crm.MOST_READ));
            setup.crm()
                    .read(setup.profile().object(), page, fields)
                    .forEach(crmRecord -> found.put(crmRecord.id(), crmRecord));
        }
        return found;
    }

    /** Which fields of related records it does not give: each is asked for on its own. */
    private static Map<String, RuntimeException> refused(PipelineContext setup, String id, Set<String> fields) {
        Map<String, RuntimeException> refused = new LinkedHashMap<>();
        fields.stream().filter(ProfileFit::isRelated).forEach(field -> {
            try {
                setup.crm().read(setup.profile().object(), List.of(id), Set.of(field));
            } catch (RuntimeException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                refused.put(field, e);
            }
        });
        return refused;
    }

    private static boolean isRefusal(RuntimeException failure) {
        return CrmFailure.in(failure).filter(known -> !known.isRetryable()).isPresent();
    }

    /** Stops the pipeline until it is worth another look. */
    static String stop(PipelineContext setup, ProfileMisfitException misfit) {
        setup.gate().close(setup.options().creditsPause());
        LOG.error("{}. Next look in {}", misfit.getMessage(), setup.options().creditsPause());
        return misfit.getMessage();
    }
}
