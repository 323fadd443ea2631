/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The records and definitions of an account, and what may become of them. Safe for several threads. */
final class Portal {
    private static final String NO_SUCH_PROPERTY = "PROPERTY_DOESNT_EXIST";

    private final Clock clock;
    private final boolean obeysAdminRules;
    private final BiConsumer<PortalEvent, Boolean> events;
    private final Map<CrmObject, NavigableMap<Long, PortalRecord>> records = new EnumMap<>(CrmObject.class);
    private final Map<CrmObject, Map<Long, Long>> successors = new EnumMap<>(CrmObject.class);
    private final Map<CrmObject, Map<String, PortalProperty>> properties = new EnumMap<>(CrmObject.class);
    private final Map<CrmObject, Set<String>> removed = new EnumMap<>(CrmObject.class);
    private final Map<Long, Set<Long>> companies = new HashMap<>();
    private final List<AdminRule> rules = new ArrayList<>();
    private final Map<CrmObject, Long> nextIds = new EnumMap<>(CrmObject.class);
    private final List<PortalWrite> writes = new ArrayList<>();

    /**
     * @param obeysAdminRules whether writes by the API obey the rules of the portal's administrator
     * @param events          is told of changes, and whether the value is sensitive
     */
    Portal(Clock clock, boolean obeysAdminRules, BiConsumer<PortalEvent, Boolean> events) {
        this.clock = clock;
        this.obeysAdminRules = obeysAdminRules;
        this.events = events;
        clear();
    }

    synchronized void clear() {
        for (CrmObject type : CrmObject.values()) {
            records.put(type, new TreeMap<>());
            successors.put(type, new HashMap<>());
            properties.put(type, type.standardProperties());
            removed.put(type, new HashSet<>());
            nextIds.put(type, type.firstId());
        }
        companies.clear();
        rules.clear();
        writes.clear();
    }

    // definitions

    synchronized List<PortalProperty> properties(CrmObject type) {
        return List.copyOf(properties.get(type).values());
    }

    /** Null if there is none of that name. */
    synchronized PortalProperty property(CrmObject type, String name) {
        return properties.get(type).get(name);
    }

    synchronized void define(CrmObject type, PortalProperty property) {
        properties.get(type).put(property.name(), property);
        removed.get(type).remove(property.name());
    }

    synchronized void remove(CrmObject type, String name) {
        properties.get(type).remove(name);
        removed.get(type).add(name);
    }

    synchronized void add(AdminRule rule) {
        rules.add(rule);
    }

    // records

    /** The record that has an id, or that took the place of the one that had it; null if there is none or it is deleted. */
    synchronized PortalRecord find(CrmObject type, String id) {
        Long number = number(id);
        PortalRecord found = number == null ? null : records.get(type).get(current(type, number));
        return found == null || found.archived() ? null : found;
    }

    /** All that are not deleted and have a greater id, by their ids. */
    synchronized List<PortalRecord> all(CrmObject type, long after) {
        return records.get(type).tailMap(after, false).values().stream()
                .filter(r -> !r.archived())
                .toList();
    }

    synchronized Map<String, String> values(CrmObject type, String id) {
        PortalRecord found = find(type, id);
        return found == null ? null : found.values();
    }

    /** Oldest first. */
    synchronized List<PortalWrite> writes() {
        return List.copyOf(writes);
    }

    /** @throws HubSpotException if a value is not valid */
    synchronized String create(CrmObject type, Map<String, String> values, Author author) {
        Map<String, String> checked = checked(type, values, author);
        long id = nextIds.merge(type, 1L, Long::sum) - 1;
        PortalRecord created = new PortalRecord(type, id, now());
        records.get(type).put(id, created);
        systemValue(created, CrmObject.ID, String.valueOf(id), author);
        systemValue(created, CrmObject.CREATED, now().toString(), author);
        checked.forEach((name, value) -> created.set(name, new PropertyVersion(value, now(), author)));
        if (!checked.containsKey(type.modified())) {
            created.touch(now(), author);
        }
        note(created, checked, author);
        tell(PortalEvent.Kind.CREATION, created, author, null, null, null);
        checked.forEach((name, value) -> {
            if (!value.isEmpty() && !properties.get(type).get(name).calculated()) {
                tell(PortalEvent.Kind.PROPERTY_CHANGE, created, author, name, value, null);
            }
        });
        return String.valueOf(id);
    }

    /**
     * Empty values blank a property.
     *
     * @throws HubSpotException if the record is not there or a value is not valid; nothing is written then
     */
    synchronized PortalRecord update(CrmObject type, String id, Map<String, String> values, Author author) {
        Checked checked = check(type, id, values, author);
        boolean changes = false;
        for (Map.Entry<String, String> entry : checked.values().entrySet()) {
            String name = entry.getKey();
            if (checked.found().set(name, new PropertyVersion(entry.getValue(), now(), author))) {
                changes = true;
                if (!properties.get(type).get(name).calculated()) {
                    tell(PortalEvent.Kind.PROPERTY_CHANGE, checked.found(), author, name, entry.getValue(), null);
                }
            }
        }
        if (changes) {
            checked.found().touch(now(), author);
        }
        note(checked.found(), checked.values(), author);
        return checked.found();
    }

    /** What an update would write, and to which record. */
    record Checked(PortalRecord found, Map<String, String> values) {}

    /** @throws HubSpotException if {@link #update} would */
    synchronized Checked check(CrmObject type, String id, Map<String, String> values, Author author) {
        PortalRecord found = find(type, id);
        if (found == null) {
            throw HubSpotException.notFound(id);
        }
        if (values.isEmpty()) {
            throw HubSpotException.of(
                    400, "VALIDATION_ERROR", "No properties found to update, please provide at least one.");
        }
        Map<String, String> checked = checked(type, values, author);
        if (author.userId() == null && obeysAdminRules && !author.past()) {
            Map<String, String> after = new LinkedHashMap<>(found.values());
            after.putAll(checked);
            obey(type, after);
        }
        return new Checked(found, checked);
    }

    synchronized void archive(CrmObject type, String id, Author author) {
        PortalRecord found = require(type, id);
        found.archived(true);
        tell(PortalEvent.Kind.DELETION, found, author, null, null, null);
    }

    synchronized void restore(CrmObject type, String id, Author author) {
        PortalRecord found = records.get(type).get(current(type, number(id)));
        if (found == null || !found.archived()) {
            throw new IllegalArgumentException("Not deleted: " + id);
        }
        found.archived(false);
        found.touch(now(), author);
        tell(PortalEvent.Kind.RESTORE, found, author, null, null, null);
    }

    /** All that was known of it is gone, and cannot be restored. */
    synchronized void erase(CrmObject type, String id, Author author) {
        PortalRecord found = require(type, id);
        tell(PortalEvent.Kind.PRIVACY_DELETION, found, author, null, null, null);
        tell(PortalEvent.Kind.DELETION, found, author, null, null, null);
        records.get(type).remove(found.id());
        companies.remove(found.id());
    }

    /** @return the id of the record that takes the place of both */
    synchronized String merge(CrmObject type, String primaryId, String otherId, Author author) {
        PortalRecord primary = require(type, primaryId);
        PortalRecord other = require(type, otherId);
        if (primary == other) {
            throw new IllegalArgumentException("They are one record already: " + primaryId + ", " + otherId);
        }
        long id = nextIds.merge(type, 1L, Long::sum) - 1;
        PortalRecord merged = new PortalRecord(type, id, now());
        int moved = 0;
        Set<String> names = new TreeSet<>(primary.properties());
        names.addAll(other.properties());
        for (String name : names) {
            if (property(type, name) == null || isSystem(type, name)) {
                continue;
            }
            PortalRecord winner = primary.value(name) == null ? other : primary;
            PortalRecord loser = winner == primary ? other : primary;
            // the newest entry need not be the one that counts: the loser's may be younger
            List<PropertyVersion> versions = new ArrayList<>(loser.history(name));
            versions.addAll(winner.history(name));
            merged.inherit(name, versions);
            moved += winner == other ? 1 : 0;
        }
        records.get(type).put(id, merged);
        List<Long> gone = List.of(primary.id(), other.id());
        for (PortalRecord old : List.of(primary, other)) {
            merged.mergedIds().add(old.id());
            merged.mergedIds().addAll(old.mergedIds());
            records.get(type).remove(old.id());
            successors.get(type).put(old.id(), id);
            Set<Long> links = companies.remove(old.id());
            if (links != null && type == CrmObject.CONTACTS) {
                companies.computeIfAbsent(id, key -> new TreeSet<>()).addAll(links);
            }
        }
        systemValue(merged, CrmObject.ID, String.valueOf(id), author);
        systemValue(merged, CrmObject.CREATED, primary.createdAt().toString(), author);
        systemValue(merged, CrmObject.MERGED, join(merged.mergedIds()), author);
        if (type == CrmObject.CONTACTS) {
            systemValue(merged, CrmObject.MERGED_VIDS, join(gone), author);
        }
        merged.touch(now(), author);
        tell(PortalEvent.Kind.MERGE, merged, author, null, null, new PortalEvent.Merge(primary.id(), gone, moved));
        return String.valueOf(id);
    }

    synchronized void associate(String contactId, String companyId) {
        PortalRecord contact = require(CrmObject.CONTACTS, contactId);
        PortalRecord company = require(CrmObject.COMPANIES, companyId);
        companies.computeIfAbsent(contact.id(), key -> new TreeSet<>()).add(company.id());
    }

    /** The companies of a contact that are not deleted. */
    synchronized List<Long> companies(long contactId) {
        return companies.getOrDefault(contactId, Set.of()).stream()
                .map(id -> find(CrmObject.COMPANIES, String.valueOf(id)))
                .filter(company -> company != null)
                .map(PortalRecord::id)
                .distinct()
                .toList();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private PortalRecord require(CrmObject type, String id) {
        PortalRecord found = find(type, id);
        if (found == null) {
            throw new IllegalArgumentException("Not a record: " + id);
        }
        return found;
    }

    private long current(CrmObject type, long id) {
        long now = id;
        for (Long next = now; next != null; next = successors.get(type).get(now)) {
            now = next;
        }
        return now;
    }

    private Map<String, String> checked(CrmObject type, Map<String, String> values, Author author) {
        Map<String, String> checked = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            PortalProperty property = properties.get(type).get(name);
            if (property == null || property.archived()) {
                HubSpotException missing = HubSpotException.invalidProperty(
                        NO_SUCH_PROPERTY, name, "Property \"" + name + "\" does not exist");
                throw removed.get(type).contains(name) ? missing.forAll() : missing;
            }
            // what is seeded or set by HubSpot itself may be anything
            if (!property.isWritable() && !author.past()) {
                throw HubSpotException.invalidProperty(
                        "READ_ONLY_VALUE", name, "\"" + name + "\" is a read only property; its value cannot be set.");
            }
            checked.put(name, PropertyValues.valid(property, value));
        });
        if (type == CrmObject.CONTACTS) {
            checked.computeIfPresent(CrmObject.EMAIL, (name, email) -> email.toLowerCase(Locale.ROOT));
        }
        return checked;
    }

    private void obey(CrmObject type, Map<String, String> after) {
        for (AdminRule rule : rules) {
            String value = after.get(rule.required());
            if (rule.type() == type
                    && (value == null || value.isEmpty())
                    && rule.when().test(after)) {
                throw HubSpotException.invalidProperty(
                        "REQUIRED_FIELD", rule.required(), "Property \"" + rule.required() + "\" is required");
            }
        }
    }

    private static boolean isSystem(CrmObject type, String name) {
        return Set.of(CrmObject.ID, CrmObject.CREATED, CrmObject.MERGED, CrmObject.MERGED_VIDS, type.modified())
                .contains(name);
    }

    private void systemValue(PortalRecord record, String name, String value, Author author) {
        record.set(name, new PropertyVersion(value, now(), author));
    }

    private void tell(
            PortalEvent.Kind kind,
            PortalRecord record,
            Author author,
            String property,
            String value,
            PortalEvent.Merge merge) {
        if (!author.past()) {
            PortalProperty definition =
                    property == null ? null : properties.get(record.type()).get(property);
            events.accept(
                    new PortalEvent(record.type(), kind, record.id(), now(), author, property, value, merge),
                    definition != null && definition.sensitive());
        }
    }

    private void note(PortalRecord record, Map<String, String> values, Author author) {
        if (!author.past()) {
            writes.add(new PortalWrite(
                    now(), record.type().plural(), String.valueOf(record.id()), author.sourceId(), Map.copyOf(values)));
        }
    }

    private static String join(Collection<Long> ids) {
        return String.join(";", ids.stream().map(String::valueOf).toList());
    }

    private static Long number(String id) {
        return id != null && id.matches("[1-9][0-9]{0,15}") ? Long.valueOf(id) : null;
    }
}
