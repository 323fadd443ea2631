/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of prospects of one key. */
public final class ProspectLists {
    /** A list as it was created. */
    public record ProspectList(String id, String name, String description, Instant createdAt) {}

    /** A prospect: the {@code CreateProspectInput}, and the list it was put on. */
    public record Prospect(String id, String listId, Map<String, Object> sent, Instant createdAt) {}

    private final Map<String, ProspectList> lists = new LinkedHashMap<>();
    private final Map<String, Prospect> prospects = new LinkedHashMap<>();
    private final Clock clock;

    ProspectLists(Clock clock) {
        this.clock = clock;
    }

    public synchronized ProspectList create(String name, String description) {
        ProspectList list = new ProspectList("list-" + (lists.size() + 1), name, description, clock.instant());
        lists.put(list.id(), list);
        return list;
    }

    /** Null if there is no such list. */
    public synchronized Prospect add(String listId, Map<String, Object> sent) {
        if (!lists.containsKey(listId)) {
            return null;
        }
        Prospect prospect = new Prospect("prospect-" + (prospects.size() + 1), listId, sent, clock.instant());
        prospects.put(prospect.id(), prospect);
        return prospect;
    }

    public synchronized List<ProspectList> lists() {
        return new ArrayList<>(lists.values());
    }

    /** Null if there is none of that id. */
    public synchronized ProspectList list(String id) {
        return lists.get(id);
    }

    /** Null if there is none of that id. */
    public synchronized Prospect prospect(String id) {
        return prospects.get(id);
    }

    public synchronized List<Prospect> prospectsOf(String listId) {
        return prospects.values().stream()
                .filter(p -> p.listId().equals(listId))
                .toList();
    }
}
