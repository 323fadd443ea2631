/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contact imports of one key. */
public final class ContactBatches {
    private final Map<String, ContactBatch> byId = new LinkedHashMap<>();
    private final Clock clock;
    private final TaskProgress.Pace pace;
    private int contacts;

    ContactBatches(Clock clock, TaskProgress.Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** Adds to the import of that id, which begins anew. */
    public synchronized ContactBatch add(String importId, List<Map<String, Object>> sent) {
        List<ContactBatch.Contact> all = new ArrayList<>();
        if (byId.get(importId) != null) {
            all.addAll(byId.get(importId).contacts());
        }
        sent.forEach(contact -> all.add(new ContactBatch.Contact("contact-" + ++contacts, contact)));
        ContactBatch batch = new ContactBatch(importId, List.copyOf(all), new TaskProgress(clock, pace));
        byId.put(importId, batch);
        return batch;
    }

    /** The import of that id, or the newest when null; null if there is none. */
    public synchronized ContactBatch find(String importId) {
        return importId != null
                ? byId.get(importId)
                : byId.values().stream().reduce((older, newer) -> newer).orElse(null);
    }

    /** The error code of the schema that says why the import cannot be abandoned, or null if it now is. */
    public String abandon(String importId) {
        ContactBatch batch = find(importId);
        if (batch == null) {
            return "NotFound";
        }
        if (batch.progress().isCancelled()) {
            return "AlreadyCanceled";
        }
        return batch.progress().cancel() ? null : "AlreadyCompleted";
    }

    /** How many contacts were ever sent. */
    public synchronized int total() {
        return contacts;
    }
}
