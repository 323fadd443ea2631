/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records that are not read yet, 200 at a call. A record that came with fewer fields than the profile needs
 * counts as not read: a field that nobody asked for is not empty, and an opt-out among them not unsaid.
 */
public final class ReadStep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(ReadStep.class);

    @Override
    public Batch apply(Batch batch) {
        if (batch.open().findAny().isEmpty()) {
            return batch;
        }
        Setup setup = batch.setup();
        try {
            Set<String> needed = fields(setup.profile(), setup.describe());
            List<String> ids = batch.open()
                    .filter(item -> !hasAll(item.crmRecord(), needed))
                    .map(Item::recordId)
                    .toList();
            Map<String, CrmRecord> found = new HashMap<>();
            for (int from = 0; from < ids.size(); from += Crm.MOST) {
                List<String> page = ids.subList(from, Math.min(ids.size(), from + Crm.MOST));
                setup.crm()
                        .read(setup.profile().object(), page, needed)
                        .forEach(crmRecord -> found.put(crmRecord.id(), crmRecord));
            }
            setup.fit().heard(needed, found.values());
            Set<String> read = Set.copyOf(ids);
            return batch.eachOpen(
                    item -> read.contains(item.recordId()) ? item.with(found.get(item.recordId())) : item);
        } catch (ProfileMisfitException e) {
            return stopped(batch, e);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Cannot read records of {}: {}",
                    setup.profile().object(),
                    e.getClass().getName());
            LOG.debug("Cannot read records", e);
            setup.gate().close(setup.options().outagePause());
            return batch.allOpen(
                    new Fate.Later("the CRM could not be read: " + e.getClass().getName(), false));
        }
    }

    private static boolean hasAll(CrmRecord crmRecord, Set<String> needed) {
        return crmRecord != null && crmRecord.fields().keySet().containsAll(needed);
    }

    /** Somebody has to mend something: what is in the inbox waits there, and whoever hands over a page is told. */
    private static Batch stopped(Batch batch, ProfileMisfitException misfit) {
        if (batch.owner() == null) {
            throw misfit;
        }
        return batch.allOpen(new Fate.Later(stop(batch.setup(), misfit), false));
    }

    /** Stops the pipeline until it is worth another look. */
    static String stop(Setup setup, ProfileMisfitException misfit) {
        setup.gate().close(setup.options().creditsPause());
        LOG.error("{}. Next look in {}", misfit.getMessage(), setup.options().creditsPause());
        return misfit.getMessage();
    }

    /** Only what this CRM has: one unknown field would fail the whole call. */
    private static Set<String> fields(EnrichmentProfile profile, ObjectDescribe describe) {
        Set<String> fields = new LinkedHashSet<>();
        Stream.concat(profile.fieldsToRead().stream(), Stream.of(Guard.PERSON_ACCOUNT))
                .filter(field -> field.contains(".") || describe.field(field).isPresent())
                .forEach(fields::add);
        return fields;
    }
}
