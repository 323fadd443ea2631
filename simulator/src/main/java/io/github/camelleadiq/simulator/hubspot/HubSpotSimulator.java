/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.RequestDesk;
import io.github.camelleadiq.simulator.http.HeldAnswer;
import io.github.camelleadiq.simulator.http.LoopbackServer;
import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.http.RestFront;
import io.github.camelleadiq.simulator.hubspot.HubSpotRequest.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * HubSpot on loopback, with contacts and companies in memory. Objects go by their names {@code contacts} and
 * {@code companies}, records by the text of their ids, which are above 2<sup>32</sup>.
 */
public final class HubSpotSimulator implements AutoCloseable {
    /** Opens a simulator that was given no token. Worthless anywhere else. */
    public static final String TOKEN = "demo-token-for-the-simulator-only";
    /** Get access tokens that live for 30 minutes. */
    public static final String CLIENT_ID = "demo-client-for-the-simulator-only";

    public static final String CLIENT_SECRET = "demo-secret-for-the-simulator-only";
    public static final String REFRESH_TOKEN = "demo-refresh-token-for-the-simulator-only";
    /** The app that {@link #TOKEN} and the OAuth client belong to. */
    public static final long APP_ID = 2_000_001L;

    public static final long PORTAL_ID = 12_345_678L;
    /** Who sits at the screen. */
    public static final int HUMAN_USER = 9_001;

    private final HubSpotConfig config;
    private final HubSpotFaults faults = new HubSpotFaults();
    private final HubSpotWebhooks webhooks;
    private final Portal portal;
    private final HubSpotTokens tokens;
    private final HubSpotLimits limits;
    private final PortalApi api;
    private final RequestDesk<HubSpotRequest, Kind> desk;
    private final LoopbackServer server;

    HubSpotSimulator(HubSpotConfig config) {
        this.config = config;
        webhooks = new HubSpotWebhooks(config.portalId(), config.clock());
        portal = new Portal(config.clock(), config.paths().isDated(), webhooks::tell);
        tokens = new HubSpotTokens(config.tokens(), config.app(), config.portalId(), config.clock());
        limits = new HubSpotLimits(config.limits(), config.clock(), config.timeZone());
        api = new PortalApi(config, portal, tokens, limits, faults);
        desk = new RequestDesk<>(faults, HubSpotRequest::kind, config.latency());
        server = new LoopbackServer(
                "hubspot-simulator",
                config.port(),
                16,
                16 * 1024,
                scheduler -> new RestFront("/", this::serve, scheduler));
    }

    public static HubSpotSimulatorBuilder builder() {
        return new HubSpotSimulatorBuilder();
    }

    /** In place of {@code https://api.hubapi.com}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.port();
    }

    /** What goes wrong with requests. */
    public HubSpotFaults faults() {
        return faults;
    }

    /** Who is told of changes, and how well. */
    public HubSpotWebhooks webhooks() {
        return webhooks;
    }

    /** Makes every answer take at least so long, from the next request on. */
    public void latency(Duration latency) {
        desk.latency(latency);
    }

    // the portal's set-up

    /** Adds a property to an object, or replaces the definition of the one of that name; values stay. */
    public void define(String object, PortalProperty property) {
        portal.define(CrmObject.of(object), property);
    }

    /** The definition of a property, or null. */
    public PortalProperty property(String object, String name) {
        return portal.property(CrmObject.of(object), name);
    }

    /** Deletes a property for good: from now on a batch that writes it is refused as a whole. */
    public void removeProperty(String object, String name) {
        portal.remove(CrmObject.of(object), name);
    }

    /**
     * Records must have a property in some cases, else writes of other properties are refused too. Writes by the API obey
     * that from 2026-09 on.
     *
     * @param when looks at the values that the record would have; absent ones are missing or null
     */
    public void require(String object, String property, Predicate<Map<String, String>> when) {
        portal.add(new AdminRule(CrmObject.of(object), property, when));
    }

    // records

    /**
     * A record that has always been there, with values that may be those of read-only properties: no events.
     *
     * @return its id
     * @throws IllegalArgumentException if the portal refuses it
     */
    public String seed(String object, Map<String, String> values) {
        return create(object, values, Author.importer());
    }

    /** Records that have always been there. Their ids, in the same order. */
    public List<String> seed(String object, Stream<Map<String, String>> records) {
        return records.map(values -> seed(object, values)).toList();
    }

    /** Ties a contact to a company; the first company of a contact is its primary one. */
    public void associate(String contactId, String companyId) {
        portal.associate(contactId, companyId);
    }

    /**
     * A person creates a record.
     *
     * @return its id
     * @throws IllegalArgumentException if the portal refuses it
     */
    public String create(String object, Map<String, String> values) {
        return create(object, values, Author.person(HUMAN_USER));
    }

    /**
     * A person changes a record; an empty text blanks a property.
     *
     * @throws IllegalArgumentException if the portal refuses it
     */
    public void humanUpdate(String object, String id, Map<String, String> values) {
        try {
            portal.update(CrmObject.of(object), id, values, Author.person(HUMAN_USER));
        } catch (HubSpotException e) {
            throw new IllegalArgumentException("The portal refuses that: " + e.getMessage(), e);
        }
    }

    /** A person deletes a record. */
    public void delete(String object, String id) {
        portal.archive(CrmObject.of(object), id, Author.person(HUMAN_USER));
    }

    /** A person brings back a record that was deleted. */
    public void restore(String object, String id) {
        portal.restore(CrmObject.of(object), id, Author.person(HUMAN_USER));
    }

    /** A person has all erased that is known of a contact, by a right of the contact's. */
    public void privacyDelete(String contactId) {
        portal.erase(CrmObject.CONTACTS, contactId, Author.person(HUMAN_USER));
    }

    /**
     * A person merges two records. Both ids lead to the new record from then on.
     *
     * @param primaryId whose values count
     * @return the id of the new record
     */
    public String merge(String object, String primaryId, String otherId) {
        return portal.merge(CrmObject.of(object), primaryId, otherId, Author.person(HUMAN_USER));
    }

    /** All values of a record, or of the one that it was merged into; null if it is deleted or never was. */
    public Map<String, String> record(String object, String id) {
        return portal.values(CrmObject.of(object), id);
    }

    /** The ids of all records of an object that are not deleted, in order. */
    public List<String> ids(String object) {
        return portal.all(CrmObject.of(object), 0).stream()
                .map(r -> String.valueOf(r.id()))
                .toList();
    }

    /** Every write of a record that was taken, by people and by the API, oldest first. */
    public List<PortalWrite> writes() {
        return portal.writes();
    }

    // requests

    /** The last 10,000 requests, oldest first. */
    public List<HubSpotRequest> requests() {
        return desk.requests().entries();
    }

    /** How many requests of a kind came in, whatever became of them. */
    public long requestCount(Kind kind) {
        return desk.count(kind);
    }

    /**
     * Why requests were not such as HubSpot takes, oldest first: too many inputs, the same id twice, too many characters, a
     * field that is unknown. Empty is what a client should aim for. Answers that are not such as HubSpot gives would be
     * here too.
     */
    public List<String> contractErrors() {
        return api.contract().errors();
    }

    /** How often one of the limits refused a request. */
    public long rateLimitedCount() {
        return limits.refused();
    }

    /** How many access tokens were given for refresh tokens. */
    public long tokensGranted() {
        return tokens.granted();
    }

    /** The refresh token that is good now. */
    public String refreshToken() {
        return tokens.refreshToken();
    }

    /** Voids all access tokens. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Forgets records, definitions, rules, requests and faults, and goes back to how it was set up. */
    public void reset() {
        faults.clear();
        portal.clear();
        webhooks.reset();
        tokens.reset();
        limits.reset();
        api.contract().clear();
        desk.clear();
        desk.latency(config.latency());
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }

    private HeldAnswer serve(RawRequest raw) {
        return desk.serve(api.note(raw), () -> api.serve(raw));
    }

    private String create(String object, Map<String, String> values, Author author) {
        try {
            return portal.create(CrmObject.of(object), values, author);
        } catch (HubSpotException e) {
            throw new IllegalArgumentException("The portal refuses that: " + e.getMessage(), e);
        }
    }
}
