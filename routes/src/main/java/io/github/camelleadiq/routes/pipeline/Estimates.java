/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.plan.Planner;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the plans of runs would cost if LeadIQ finds one record for each of them that is not known to have none. A company is billed once for all of its
 * people, so it counts with the first record of a run that has it.
 */
final class Estimates {
    private static final Logger LOG = LoggerFactory.getLogger(Estimates.class);

    /** Runs that go on side by side. */
    private static final int RUNS = 16;

    /** Companies remembered in a run: with more, the oldest count again when they come again. */
    private static final int COMPANIES = 100_000;

    private final Map<String, Map<String, String>> recordsByCompany = new Latest<>(RUNS);

    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;
        private final int most;

        private Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }

    /** The estimates of those records of a batch that are to be looked up, by their ids; none where that cannot be told. */
    synchronized Map<String, BigDecimal> of(Batch batch) {
        Map<String, String> records = recordsByCompany.computeIfAbsent(batch.runId(), run -> new Latest<>(COMPANIES));
        Prices prices = new Prices(batch.setup());
        Map<String, BigDecimal> estimates = new LinkedHashMap<>();
        try {
            for (RecordContext item : batch.items()) {
                if (item.plan() != null && item.plan().isLookup()) {
                    estimates.put(item.recordId(), estimate(item, prices, batch.setup(), records));
                }
            }
            return estimates;
        } catch (RuntimeException e) {
            // what was done is settled, and must not fail for a figure
            LOG.warn(
                    "It cannot be told what run {} would cost: {}",
                    batch.runId(),
                    e.getClass().getName());
            LOG.debug("Run {} cannot be estimated", batch.runId(), e);
            return Map.of();
        }
    }

    private static BigDecimal estimate(
            RecordContext item, Prices prices, PipelineContext setup, Map<String, String> records) {
        Lookup first = item.plan().lookups().get(0);
        CreditEstimate estimate = prices.of(item, first);
        if (estimate.company().signum() == 0 || !isOfAnother(item, setup, records)) {
            return estimate.one();
        }
        BigDecimal rest = estimate.one().subtract(estimate.company());
        // a person who costs nothing else costs the fee of the profile
        return rest.signum() > 0
                ? rest
                : prices.of(first, DataPoint.PROFILE.variable()).one();
    }

    /** Whether the company of a record came with another one before. */
    private static boolean isOfAnother(RecordContext item, PipelineContext setup, Map<String, String> records) {
        Set<String> company = Planner.company(item.crmRecord(), setup.profile());
        boolean isOfAnother = company.stream()
                .map(records::get)
                .filter(Objects::nonNull)
                .anyMatch(record -> !record.equals(item.recordId()));
        company.forEach(key -> records.putIfAbsent(key, item.recordId()));
        return isOfAnother;
    }
}
