/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.net.URI;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/** Names of the route templates, and a component without its traps. */
public final class SalesforceRoutes {
    /** Where the templates are, for a routes loader or {@code camel.main.routesIncludePattern}. */
    public static final String RESOURCE = "classpath:camel/leadiq-salesforce.yaml";

    public static final String READ = "leadiq-salesforce-read";
    public static final String WRITE = "leadiq-salesforce-write";
    public static final String DESCRIBE = "leadiq-salesforce-describe";
    public static final String CHANGES = "leadiq-salesforce-changes";
    public static final String BACKFILL = "leadiq-salesforce-backfill";
    public static final String REFRESH = "leadiq-salesforce-refresh";
    public static final String IDS = "leadiq-salesforce-ids";

    /** Bytes of an answer. camel-salesforce's own 4 MB are less than 2,000 records can be, and such a page never comes. */
    private static final int LONGEST_ANSWER = 64 << 20;

    private SalesforceRoutes() {}

    /**
     * A component that logs in with the client credentials of a connected app. Its configuration is there from the
     * beginning, which camel-salesforce needs for subscriptions and leaves out, and {@code localhost} becomes
     * {@code 127.0.0.1}, since the cookies of CometD are lost on the way to the former. Answers can have 64 MB.
     *
     * @param loginUrl the org's own address (My Domain): this kind of login is not possible at login.salesforce.com
     * @param apiVersion such as {@code 62.0}
     */
    public static SalesforceComponent component(URI loginUrl, String clientId, String clientSecret, String apiVersion) {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion(apiVersion);
        SalesforceComponent component = new SalesforceComponent();
        component.setConfig(config);
        // an org that cannot be reached for a moment must not keep the whole context from starting
        component.setLazyLogin(true);
        component.setHttpMaxContentLength(LONGEST_ANSWER);
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        component.setLoginUrl(loginUrl.toString().replaceFirst("//localhost(?=[:/]|$)", "//127.0.0.1"));
        component.setClientId(clientId);
        component.setClientSecret(clientSecret);
        return component;
    }
}
