/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A contact or company with all that its properties have been. */
final class PortalRecord {
    private final CrmObject type;
    private final long id;
    private final Instant createdAt;
    private final Map<String, List<PropertyVersion>> history = new TreeMap<>();
    private final Set<Long> mergedIds = new TreeSet<>();
    private boolean archived;

    PortalRecord(CrmObject type, long id, Instant createdAt) {
        this.type = type;
        this.id = id;
        this.createdAt = createdAt;
    }

    CrmObject type() {
        return type;
    }

    long id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return Instant.parse(value(type.modified()));
    }

    boolean archived() {
        return archived;
    }

    void archived(boolean value) {
        archived = value;
    }

    /** Ids under which it was known before it was merged, those of earlier merges too. */
    Set<Long> mergedIds() {
        return mergedIds;
    }

    /** The value now, null if there is none. */
    String value(String property) {
        List<PropertyVersion> versions = history.getOrDefault(property, List.of());
        return versions.isEmpty() ? null : textOrNull(versions.get(versions.size() - 1));
    }

    /** The value at a time, null if there was none. */
    String value(String property, Instant at) {
        List<PropertyVersion> versions = history.getOrDefault(property, List.of());
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).timestamp().isAfter(at)) {
                return textOrNull(versions.get(i));
            }
        }
        return null;
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        history.keySet().forEach(name -> values.put(name, value(name)));
        return values;
    }

    /** Oldest first. */
    List<PropertyVersion> history(String property) {
        return history.getOrDefault(property, List.of());
    }

    Collection<String> properties() {
        return history.keySet();
    }

    /** @return whether that changes the value */
    boolean set(String property, PropertyVersion version) {
        String before = value(property);
        if (version.value().equals(before == null ? "" : before)) {
            return false;
        }
        history.computeIfAbsent(property, name -> new ArrayList<>()).add(version);
        return true;
    }

    /** Puts down the time of a change. */
    void touch(Instant now, Author author) {
        set(type.modified(), new PropertyVersion(now.toString(), now, author));
    }

    /** What a merge makes of it: takes over what others have been. */
    void inherit(String property, List<PropertyVersion> versions) {
        history.computeIfAbsent(property, name -> new ArrayList<>()).addAll(versions);
    }

    private static String textOrNull(PropertyVersion version) {
        return version.value().isEmpty() ? null : version.value();
    }
}
