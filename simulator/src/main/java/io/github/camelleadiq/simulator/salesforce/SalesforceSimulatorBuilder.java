/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.salesforce.rest.Logins;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import io.github.camelleadiq.simulator.salesforce.schema.OrgFeatures;
import io.github.camelleadiq.simulator.salesforce.schema.StandardObjects;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sets up a simulated Salesforce. Everything has a default that suits a test. */
public final class SalesforceSimulatorBuilder {
    private static final int MOST_ROWS = 2_000;

    private final List<Map.Entry<String, UnaryOperator<ObjectDef>>> edits = new ArrayList<>();
    private int port;
    private String clientId = SalesforceSimulator.CLIENT_ID;
    private String clientSecret = SalesforceSimulator.CLIENT_SECRET;
    private int dailyLimit = 100_000;
    private int pageSize = MOST_ROWS;
    private Duration retention = Duration.ofHours(72);
    private Duration latency = Duration.ZERO;
    private boolean personAccounts;
    private boolean addressPicklists = true;
    private List<String> currencies = List.of();
    private Clock clock = Clock.systemUTC();

    SalesforceSimulatorBuilder() {}

    /** Where to listen on 127.0.0.1; 0, the default, for any free port. */
    public SalesforceSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** The connected app that is let in. */
    public SalesforceSimulatorBuilder credentials(String id, String secret) {
        clientId = id;
        clientSecret = secret;
        return this;
    }

    /** Leaves a field out of an object, as in an org that does not have it. */
    public SalesforceSimulatorBuilder withoutField(String type, String field) {
        edits.add(Map.entry(type, object -> object.without(f -> f.name().equals(field))));
        return this;
    }

    /** Leaves out the custom fields that hold what LeadIQ's side needs to remember, on all objects. */
    public SalesforceSimulatorBuilder withoutLeadIQFields() {
        for (String type : List.of("Lead", "Contact", "Account")) {
            edits.add(Map.entry(type, object -> object.without(f -> f.name().startsWith("LeadIQ_"))));
        }
        return this;
    }

    /** Adds a field to an object, or replaces the one of that name. */
    public SalesforceSimulatorBuilder field(String type, FieldDef field) {
        edits.add(Map.entry(type, object -> object.with(field)));
        return this;
    }

    /** Whether an account can be a person; no by default. */
    public SalesforceSimulatorBuilder personAccounts(boolean value) {
        personAccounts = value;
        return this;
    }

    /**
     * Whether addresses take only the countries and states of State and Country/Territory Picklists, and have fields of
     * codes; yes by default, as in a new org.
     */
    public SalesforceSimulatorBuilder addressPicklists(boolean value) {
        addressPicklists = value;
        return this;
    }

    /** Records have a currency, one of these ISO codes, the first unless they say otherwise; none by default. */
    public SalesforceSimulatorBuilder currencies(String... isoCodes) {
        currencies = List.of(isoCodes);
        return this;
    }

    /** How many REST requests are answered before REQUEST_LIMIT_EXCEEDED; 100,000 by default. */
    public SalesforceSimulatorBuilder dailyLimit(int value) {
        dailyLimit = value;
        return this;
    }

    /** Most rows of a query in one answer; 2,000 by default, and no more than that. */
    public SalesforceSimulatorBuilder pageSize(int value) {
        pageSize = Math.min(value, MOST_ROWS);
        return this;
    }

    /** How long change events can be replayed; 72 hours by default. */
    public SalesforceSimulatorBuilder retention(Duration value) {
        retention = value;
        return this;
    }

    /** How long every REST answer takes at least. */
    public SalesforceSimulatorBuilder latency(Duration value) {
        latency = value;
        return this;
    }

    /** Tells the time of stamps, events and retention. */
    public SalesforceSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Starts to listen. */
    public SalesforceSimulator start() {
        Map<String, ObjectDef> objects =
                new LinkedHashMap<>(StandardObjects.all(new OrgFeatures(personAccounts, addressPicklists, currencies)));
        edits.forEach(edit -> objects.computeIfPresent(
                edit.getKey(), (name, object) -> edit.getValue().apply(object)));
        return new SalesforceSimulator(new SalesforceConfig(
                port,
                objects,
                new Logins.Credentials(
                        clientId,
                        clientSecret,
                        SalesforceSimulator.USER_NAME,
                        SalesforceSimulator.PASSWORD,
                        SalesforceSimulator.REFRESH_TOKEN),
                dailyLimit,
                pageSize,
                retention,
                latency,
                clock));
    }
}
