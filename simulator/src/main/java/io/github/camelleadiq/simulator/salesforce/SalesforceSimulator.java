/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.RequestDesk;
import io.github.camelleadiq.simulator.http.HeldAnswer;
import io.github.camelleadiq.simulator.http.LoopbackServer;
import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.http.RestFront;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.OrgRules;
import io.github.camelleadiq.simulator.salesforce.org.RecordIds;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import io.github.camelleadiq.simulator.salesforce.org.SaveResult;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.org.WriteContext;
import io.github.camelleadiq.simulator.salesforce.org.WriteKind;
import io.github.camelleadiq.simulator.salesforce.org.WriteRequest;
import io.github.camelleadiq.simulator.salesforce.rest.ApiUsage;
import io.github.camelleadiq.simulator.salesforce.rest.Logins;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import io.github.camelleadiq.simulator.salesforce.rest.RestApi;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import io.github.camelleadiq.simulator.salesforce.schema.StandardObjects;
import io.github.camelleadiq.simulator.salesforce.stream.Streaming;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.http.jakarta.CometDServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;

/**
 * Salesforce on loopback: OAuth, REST with a subset of SOQL, and change events over a real CometD server. All records
 * are in memory. Every write makes the event that Salesforce would make; everything fails on demand.
 */
public final class SalesforceSimulator implements AutoCloseable {
    /** Opens a simulator that was given no credentials. Worthless anywhere else, like all of these. */
    public static final String CLIENT_ID = "demo-client-for-the-simulator-only";

    public static final String CLIENT_SECRET = "demo-secret-for-the-simulator-only";
    public static final String USER_NAME = "integration@example.com";
    public static final String PASSWORD = "demo-password-for-the-simulator-only";
    public static final String REFRESH_TOKEN = "demo-refresh-token-for-the-simulator-only";
    /** Who writes through the API. */
    public static final String API_USER = RecordIds.of("005", 1);
    /** Who sits at the screen. */
    public static final String HUMAN_USER = RecordIds.of("005", 2);
    /** Who gets what an assignment rule takes hold of. */
    public static final String ASSIGNEE = RecordIds.of("005", 3);

    private final SalesforceConfig config;
    private final SalesforceFaults faults = new SalesforceFaults();
    private final Logins logins;
    private final ApiUsage usage;
    private final Streaming streaming;
    private final Org org;
    private final Org tooling;
    private final RequestDesk<SalesforceRequest, RequestKind> desk;
    private final LoopbackServer server;

    SalesforceSimulator(SalesforceConfig config) {
        this.config = config;
        logins = new Logins(config.credentials(), config.clock(), API_USER);
        usage = new ApiUsage(config.dailyLimit());
        streaming = new Streaming(
                List.copyOf(config.objects().values()), config.clock(), config.retention(), logins::isAuthorized);
        org = new Org(config.objects(), config.clock(), streaming::publish);
        org.assignee(ASSIGNEE);
        org.rules().rowLock(faults::isLocked);
        users();
        tooling = new Org(StandardObjects.tooling(), config.clock(), changes -> {});
        selectAll();
        desk = new RequestDesk<>(faults, SalesforceRequest::kind, config.latency());
        RestApi api = new RestApi(org, tooling, logins, usage, config.pageSize(), API_USER);
        // 414 for a longer URI, 431 if it is too long with its headers only: Salesforce Help, article 000386264
        server = new LoopbackServer(
                "salesforce-simulator",
                config.port(),
                24,
                16 * 1024,
                scheduler ->
                        new Handler.Sequence(new RestFront("/services/", raw -> serve(api, raw), scheduler), cometd()));
    }

    public static SalesforceSimulatorBuilder builder() {
        return new SalesforceSimulatorBuilder();
    }

    /** Login and instance URL at once. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.port();
    }

    /** What goes wrong with REST requests. */
    public SalesforceFaults faults() {
        return faults;
    }

    /** Change events, and what goes wrong with them. */
    public Streaming streaming() {
        return streaming;
    }

    /**
     * Switches Change Data Capture on or off for an object, as in Setup; it is on for all that have it. Where it is off,
     * subscriptions are accepted and hear nothing.
     */
    public void changeDataCapture(String type, boolean on) {
        streaming.select(type, on);
        tooling.clear();
        streaming.selected().forEach(this::addMember);
    }

    /** Validation, duplicate and assignment rules. */
    public OrgRules rules() {
        return org.rules();
    }

    /** The daily limit of requests. */
    public ApiUsage usage() {
        return usage;
    }

    /** Makes every REST answer take at least so long, from the next request on. */
    public void latency(Duration latency) {
        desk.latency(latency);
    }

    /** Voids all access tokens. */
    public void revokeTokens() {
        logins.revokeAll();
    }

    /** Voids all access tokens, and lets no client in without the new client secret. */
    public void rotateCredentials(String newSecret) {
        logins.rotate(newSecret);
    }

    /**
     * Fills the org with invented records that the LeadIQ simulator knows about. They have always been there: no events,
     * no history.
     */
    public Seeded seed(SeedPlan plan) {
        return new Seeder(org, HUMAN_USER, plan.seed()).seed(plan);
    }

    /**
     * Fills the org with records of one object as they are given, a million of them if need be. They have always been
     * there: no events, no history.
     *
     * @return their ids, in the same order
     * @throws IllegalArgumentException if the org refuses one of them; those before it stay
     */
    public List<String> seed(String type, Stream<Map<String, Object>> records) {
        WriteContext past = WriteContext.past(HUMAN_USER);
        return records.map(fields ->
                        saved(org.write(past, true, List.of(new WriteRequest(WriteKind.CREATE, type, null, fields)))))
                .toList();
    }

    /**
     * A user creates a record at the screen.
     *
     * @return its id
     * @throws IllegalArgumentException if the org refuses it
     */
    public String create(String type, Map<String, Object> fields) {
        return human(WriteKind.CREATE, type, null, fields);
    }

    /**
     * A user changes a record at the screen; null blanks a field.
     *
     * @throws IllegalArgumentException if the org refuses it
     */
    public void humanUpdate(String type, String id, Map<String, Object> fields) {
        human(WriteKind.UPDATE, type, id, fields);
    }

    /**
     * A user converts a lead at the screen: it becomes an account and a contact, in one transaction, and cannot be
     * changed any more. The lead's {@code ConvertedAccountId} and {@code ConvertedContactId} tell which.
     *
     * @throws IllegalArgumentException if the org refuses it
     */
    public void convert(String leadId) {
        saved(List.of(org.convert(WriteContext.human(HUMAN_USER), leadId)));
    }

    /** A user deletes a record at the screen. */
    public void delete(String type, String id) {
        human(WriteKind.DELETE, type, id, Map.of());
    }

    /** A user takes a record out of the recycle bin. */
    public void undelete(String type, String id) {
        human(WriteKind.UNDELETE, type, id, Map.of());
    }

    /** A user merges two records: the loser is deleted and says who its master is. */
    public void merge(String type, String winnerId, String loserId) {
        org.merge(type, winnerId, loserId, WriteContext.human(HUMAN_USER));
    }

    /** All fields of a record, deleted or not, or null if there never was one. Times are {@link java.time.Instant}. */
    public Map<String, Object> record(String type, String id) {
        return org.read(() -> {
            StoredRecord entry = org.find(type, id);
            return entry == null ? null : entry.view();
        });
    }

    /** All records of an object that are not deleted, by id. */
    public List<Map<String, Object>> records(String type) {
        return org.read(() -> org.table(type).records().values().stream()
                .filter(entry -> !entry.isDeleted())
                .map(StoredRecord::view)
                .toList());
    }

    /** The last 10,000 REST requests, oldest first. */
    public List<SalesforceRequest> requests() {
        return desk.requests().entries();
    }

    /** How many REST requests of a kind came in, whatever became of them. */
    public long requestCount(RequestKind kind) {
        return desk.count(kind);
    }

    /** How many records were written, by anybody; one that was written twice counts twice. */
    public long recordsWritten() {
        return org.written();
    }

    /** Every write of every record, by anybody, oldest first. */
    public List<RecordWrite> history() {
        return org.history();
    }

    /** Every write of one record, by anybody, oldest first. */
    public List<RecordWrite> history(String id) {
        return org.history().stream().filter(write -> write.id().equals(id)).toList();
    }

    /** The records whose owner an assignment rule changed, in order. */
    public List<String> reassigned() {
        return org.reassigned();
    }

    /** Change events made so far. */
    public long eventsSent() {
        return streaming.published();
    }

    /** Forgets all records, requests, faults and rules, disconnects everybody, and goes back to how it was set up. */
    public void reset() {
        faults.clear();
        streaming.reset();
        org.clear();
        org.rules().clear();
        users();
        selectAll();
        usage.reset();
        logins.reset();
        desk.clear();
        desk.latency(config.latency());
    }

    @Override
    public void close() {
        streaming.close();
        server.close();
    }

    private HeldAnswer serve(RestApi api, RawRequest raw) {
        return desk.serve(SalesforceRequest.of(api.kind(raw), raw), () -> api.serve(raw, url().toString()));
    }

    private Handler cometd() {
        ServletContextHandler servlets = new ServletContextHandler("/");
        servlets.setAttribute(BayeuxServer.ATTRIBUTE, streaming.bayeux());
        ServletHolder cometd = new ServletHolder(CometDServlet.class);
        cometd.setAsyncSupported(true);
        cometd.setInitOrder(1);
        servlets.addServlet(cometd, "/cometd/*");
        return servlets;
    }

    private void selectAll() {
        config.objects().values().stream()
                .filter(ObjectDef::tracked)
                .forEach(type -> changeDataCapture(type.name(), true));
    }

    private void addMember(String type) {
        String event = type + "ChangeEvent";
        Map<String, Object> fields = Map.of(
                "DeveloperName", "ChangeEvents_" + event, "EventChannel", "ChangeEvents", "SelectedEntity", event);
        tooling.write(
                WriteContext.past(API_USER),
                true,
                List.of(new WriteRequest(WriteKind.CREATE, "PlatformEventChannelMember", null, fields)));
    }

    private void users() {
        for (String name : List.of("integration", "somebody", "assignee")) {
            Map<String, Object> fields =
                    Map.of("Username", name + "@example.com", "Name", name, "Email", name + "@example.com");
            org.write(
                    WriteContext.past(API_USER),
                    true,
                    List.of(new WriteRequest(WriteKind.CREATE, "User", null, fields)));
        }
    }

    private String human(WriteKind kind, String type, String id, Map<String, Object> fields) {
        return saved(
                org.write(WriteContext.human(HUMAN_USER), true, List.of(new WriteRequest(kind, type, id, fields))));
    }

    private static String saved(List<SaveResult> results) {
        SaveResult result = results.get(0);
        if (!result.success()) {
            throw new IllegalArgumentException("The org refuses that: " + result.errors());
        }
        return result.id();
    }
}
