/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The records, under one lock. */
public final class Org {
    private static final int TRIGGER_SIZE = 200;
    private static final String CONTACT = "Contact";
    private static final SaveError CONVERTED =
            new SaveError("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", List.of());
    private static final String NOT_FOUND = "invalid cross reference id";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Clock clock;
    private final Consumer<List<Change>> events;
    private final OrgRules rules = new OrgRules();
    private final Checks checks = new Checks(this);
    private final List<RecordWrite> history = new ArrayList<>();
    private final List<String> reassigned = new ArrayList<>();
    private final Map<WriteKind, Writer> writers = new EnumMap<>(WriteKind.class);
    private long written;
    private String assignee = "";

    @FunctionalInterface
    private interface Writer {
        SaveResult write(Transaction transaction, Table table, WriteRequest request, WriteContext by);
    }

    /** @param events gets the changes of each request at once, still under the lock, so in order */
    public Org(Map<String, ObjectDef> objects, Clock clock, Consumer<List<Change>> events) {
        objects.forEach((name, type) -> tables.put(name, new Table(type)));
        this.clock = clock;
        this.events = events;
        writers.put(WriteKind.CREATE, this::create);
        writers.put(WriteKind.UPDATE, this::update);
        writers.put(WriteKind.DELETE, this::delete);
        writers.put(WriteKind.UNDELETE, this::undelete);
    }

    public OrgRules rules() {
        return rules;
    }

    /** The objects that there are. */
    public List<ObjectDef> types() {
        return tables.values().stream().map(Table::type).toList();
    }

    /** The object of that name whatever its case, or null. */
    public Table table(String type) {
        Table exact = tables.get(type);
        return exact != null
                ? exact
                : tables.values().stream()
                        .filter(t -> t.type().name().equalsIgnoreCase(type))
                        .findFirst()
                        .orElse(null);
    }

    /** What the org's clock says. */
    public Instant now() {
        return clock.instant();
    }

    /** Reads while no one writes. */
    public synchronized <T> T read(Supplier<T> reader) {
        return reader.get();
    }

    /** The record, deleted or not, or null. To be called within {@link #read}. */
    public StoredRecord find(String type, String id) {
        return RecordIds.isWellFormed(id) ? table(type).records().get(RecordIds.canonical(id)) : null;
    }

    /** Who gets the records that an assignment rule takes hold of. */
    public synchronized void assignee(String userId) {
        assignee = userId;
    }

    String assignee() {
        return assignee;
    }

    /** Writes records, each for itself or all or none. The results come in the order of the requests. */
    public synchronized List<SaveResult> write(WriteContext by, boolean allOrNone, List<WriteRequest> requests) {
        Transaction transaction = new Transaction(this, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Set<String> seen = new HashSet<>();
        List<SaveResult> results = new ArrayList<>();
        for (List<WriteRequest> chunk : chunks(requests)) {
            SaveError refusal = by.silent() || by.origin().isEmpty() ? null : refusal(chunk);
            for (WriteRequest request : chunk) {
                boolean first = request.id() == null || seen.add(request.id());
                results.add(
                        !first
                                ? SaveResult.failed(request.id(), "DUPLICATE_VALUE", "duplicate id specified", "Id")
                                : refusal != null
                                        ? new SaveResult(request.id(), List.of(refusal))
                                        : write(transaction, request, by));
            }
        }
        if (allOrNone && results.stream().anyMatch(r -> !r.success())) {
            transaction.rollback();
            return results.stream().map(Org::rolledBack).toList();
        }
        commit(transaction);
        return results;
    }

    /** The loser is deleted in favour of the winner, as when a user merges two records on the screen. */
    public synchronized void merge(String type, String winnerId, String loserId, WriteContext by) {
        Transaction transaction = new Transaction(this, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        transaction.delete(table(type), find(type, loserId), Map.of("MasterRecordId", winnerId));
        commit(transaction);
    }

    /** Every write that took effect, oldest first, but for those of the past. */
    public synchronized List<RecordWrite> history() {
        return List.copyOf(history);
    }

    /** How often a record was written, by anybody. */
    public synchronized long written() {
        return written;
    }

    /** The ids of records that an assignment rule gave to another owner, in order. */
    public synchronized List<String> reassigned() {
        return List.copyOf(reassigned);
    }

    /** Forgets everything but the rules. Ids begin again. */
    public synchronized void clear() {
        tables.replaceAll((name, table) -> new Table(table.type()));
        history.clear();
        reassigned.clear();
        written = 0;
    }

    private void commit(Transaction transaction) {
        history.addAll(transaction.writes());
        written += transaction.writes().size();
        reassigned.addAll(transaction.reassigned());
        if (!transaction.changes().isEmpty()) {
            events.accept(transaction.changes());
        }
    }

    /** As triggers get them: those of one type that follow each other, up to 200 at once. */
    private static List<List<WriteRequest>> chunks(List<WriteRequest> requests) {
        List<List<WriteRequest>> chunks = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= requests.size(); i++) {
            if (i == requests.size()
                    || i - from == TRIGGER_SIZE
                    || !Objects.equals(
                            requests.get(i).type(), requests.get(from).type())) {
                chunks.add(requests.subList(from, i));
                from = i;
            }
        }
        return chunks;
    }

    private SaveError refusal(List<WriteRequest> chunk) {
        Table table = tableOf(chunk.get(0));
        return table == null ? null : rules.refusal(table.type().name(), chunk.size());
    }

    private Table tableOf(WriteRequest request) {
        return request.type() == null ? byPrefix(request.id()) : table(request.type());
    }

    private SaveResult write(Transaction transaction, WriteRequest request, WriteContext by) {
        Table table = tableOf(request);
        if (table == null) {
            return request.type() == null
                    ? SaveResult.failed(request.id(), "MALFORMED_ID", "malformed id " + request.id(), "Id")
                    : SaveResult.failed(
                            request.id(), "INVALID_TYPE", "sObject type '" + request.type() + "' is not supported.");
        }
        return writers.get(request.kind()).write(transaction, table, request, by);
    }

    private Table byPrefix(String id) {
        return !RecordIds.isWellFormed(id)
                ? null
                : tables.values().stream()
                        .filter(t -> id.startsWith(t.type().keyPrefix()))
                        .findFirst()
                        .orElse(null);
    }

    private SaveResult create(Transaction transaction, Table table, WriteRequest request, WriteContext by) {
        List<SaveError> errors = new ArrayList<>();
        Map<String, Object> values = checks.values(table.type(), request.fields(), errors);
        PersonAccounts.name(table.type(), null, values, errors);
        // what has been there before the picklists is not looked at
        AddressRules.apply(table.type(), null, values, by.silent() ? new ArrayList<>() : errors);
        StoredRecord entry = fresh(table, values);
        errors.addAll(checks.whole(table, entry, values, by));
        if (!errors.isEmpty()) {
            return new SaveResult(null, errors);
        }
        if (isPersonAccount(entry)) {
            Table contacts = table(CONTACT);
            Map<String, Object> shared = PersonAccounts.toContact(contacts.type(), values);
            StoredRecord contact = fresh(contacts, shared);
            contact.set("Id", contacts.nextId());
            contact.set(PersonAccounts.PERSON, true);
            entry.set(PersonAccounts.CONTACT, contact.id());
            transaction.create(table, entry, values);
            contact.set("AccountId", entry.id());
            transaction.create(contacts, contact, shared);
        } else {
            transaction.create(table, entry, values);
        }
        return new SaveResult(entry.id(), List.of());
    }

    private static StoredRecord fresh(Table table, Map<String, Object> values) {
        StoredRecord entry = new StoredRecord(table.type());
        table.type().fields().forEach(f -> entry.set(f.name(), f.initial()));
        values.forEach(entry::set);
        return entry;
    }

    private static boolean isPersonAccount(StoredRecord entry) {
        return entry.type().field(PersonAccounts.CONTACT) != null && PersonAccounts.isPerson(entry);
    }

    private SaveResult update(Transaction transaction, Table table, WriteRequest request, WriteContext by) {
        return onExisting(table, request, by, false, entry -> {
            List<SaveError> errors = new ArrayList<>();
            Map<String, Object> values = checks.values(table.type(), request.fields(), errors);
            if (Boolean.TRUE.equals(entry.get("IsConverted"))) {
                return List.of(CONVERTED);
            }
            PersonAccounts.name(table.type(), entry, values, errors);
            AddressRules.apply(table.type(), entry, values, errors);
            StoredRecord future = new StoredRecord(table.type());
            future.restore(entry.snapshot());
            values.forEach(future::set);
            errors.addAll(checks.whole(table, future, values, by));
            if (errors.isEmpty()) {
                boolean real = transaction.update(table, entry, values);
                StoredRecord half = otherHalf(entry);
                if (real && half != null) {
                    follow(transaction, half, values);
                }
            }
            return errors;
        });
    }

    /** The contact of a person account, or the account of such a contact; null of anything else. */
    private StoredRecord otherHalf(StoredRecord entry) {
        if (!PersonAccounts.isPerson(entry)) {
            return null;
        }
        return isPersonAccount(entry)
                ? find(CONTACT, (String) entry.get(PersonAccounts.CONTACT))
                : find("Account", (String) entry.get("AccountId"));
    }

    private void follow(Transaction transaction, StoredRecord half, Map<String, Object> values) {
        boolean account = isPersonAccount(half);
        Map<String, Object> own =
                account ? PersonAccounts.toAccount(half.type(), values) : PersonAccounts.toContact(half.type(), values);
        if (account && (own.containsKey("FirstName") || own.containsKey("LastName"))) {
            PersonAccounts.name(half.type(), half, own, new ArrayList<>());
        }
        transaction.follow(table(half.type().name()), half, own);
    }

    private SaveResult delete(Transaction transaction, Table table, WriteRequest request, WriteContext by) {
        return onExisting(table, request, by, false, entry -> {
            transaction.delete(table, entry, Map.of());
            StoredRecord half = otherHalf(entry);
            if (half != null) {
                transaction.delete(table(half.type().name()), half, Map.of());
            }
            return List.of();
        });
    }

    private SaveResult undelete(Transaction transaction, Table table, WriteRequest request, WriteContext by) {
        return onExisting(table, request, by, true, entry -> {
            transaction.undelete(table, entry);
            StoredRecord half = otherHalf(entry);
            if (half != null) {
                transaction.undelete(table(half.type().name()), half);
            }
            return List.of();
        });
    }

    /** Makes an account and a contact of a lead, in one transaction. */
    public synchronized SaveResult convert(WriteContext by, String leadId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Transaction transaction = new Transaction(this, by, now);
        Table leads = table("Lead");
        WriteRequest request = new WriteRequest(WriteKind.UPDATE, "Lead", leadId, Map.of());
        SaveResult result = onExisting(leads, request, by, false, lead -> {
            if (Boolean.TRUE.equals(lead.get("IsConverted"))) {
                return List.of(CONVERTED);
            }
            Map<String, Object> company = LeadConversion.account(lead);
            StoredRecord account = fresh(table("Account"), company);
            transaction.create(table("Account"), account, company);
            Map<String, Object> person = LeadConversion.contact(lead);
            person.put("AccountId", account.id());
            StoredRecord contact = fresh(table(CONTACT), person);
            transaction.create(table(CONTACT), contact, person);
            Map<String, Object> converted = new LinkedHashMap<>();
            converted.put("Status", "Closed - Converted");
            converted.put("IsConverted", true);
            converted.put("ConvertedDate", now.atZone(ZoneOffset.UTC).toLocalDate());
            converted.put("ConvertedAccountId", account.id());
            converted.put("ConvertedContactId", contact.id());
            transaction.convert(leads, lead, converted);
            return List.of();
        });
        commit(transaction);
        return result;
    }

    @FunctionalInterface
    private interface Work {
        List<SaveError> on(StoredRecord entry);
    }

    private SaveResult onExisting(Table table, WriteRequest request, WriteContext by, boolean deleted, Work work) {
        String id = request.id();
        if (!RecordIds.isWellFormed(id) || !id.startsWith(table.type().keyPrefix())) {
            return SaveResult.failed(
                    id, "MALFORMED_ID", table.type().name() + " ID: id value of incorrect type: " + id, "Id");
        }
        StoredRecord entry = table.records().get(RecordIds.canonical(id));
        if (entry == null) {
            return SaveResult.failed(id, "INVALID_CROSS_REFERENCE_KEY", NOT_FOUND);
        }
        if (entry.isDeleted() != deleted) {
            return deleted
                    ? SaveResult.failed(id, "UNDELETE_FAILED", "Entity is not in the recycle bin")
                    : SaveResult.failed(id, "ENTITY_IS_DELETED", "entity is deleted");
        }
        if (!by.silent() && !by.origin().isEmpty() && rules.isLocked(entry.id())) {
            return SaveResult.failed(
                    id,
                    "UNABLE_TO_LOCK_ROW",
                    "unable to obtain exclusive access to this record or 1 records: " + entry.id());
        }
        return new SaveResult(entry.id(), work.on(entry));
    }

    private static SaveResult rolledBack(SaveResult result) {
        return result.success()
                ? SaveResult.failed(
                        result.id(),
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "Record rolled back because not all records were valid and the request was using AllOrNone header")
                : result;
    }
}
