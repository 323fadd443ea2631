/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tracked list of one key, in the order of addition. */
public final class TrackedCompanies {
    private final Map<String, TrackedCompanyEntry> byId = new LinkedHashMap<>();
    private int added;

    /** The company now on the list, or null if its domain was there already. */
    public synchronized TrackedCompanyEntry add(String name, String domain, Object customData) {
        String host = domain.strip().toLowerCase(Locale.ROOT);
        if (byId.values().stream().anyMatch(c -> c.domain().equals(host))) {
            return null;
        }
        TrackedCompanyEntry company = new TrackedCompanyEntry("tc-" + ++added, name, host, customData);
        byId.put(company.id(), company);
        return company;
    }

    /** The company taken off the list, or null if it was not on it. */
    public synchronized TrackedCompanyEntry remove(String id) {
        return byId.remove(id);
    }

    /** How many companies were taken off. */
    public synchronized int clear() {
        int size = byId.size();
        byId.clear();
        return size;
    }

    public synchronized List<TrackedCompanyEntry> all() {
        return new ArrayList<>(byId.values());
    }
}
