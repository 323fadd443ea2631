/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Finding;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import io.github.camelleadiq.routes.core.profile.ProfileCheck;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.salesforce.SalesforceApi;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import io.github.camelleadiq.routes.salesforce.SalesforceDescriber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks both sides, before anything starts, what would otherwise be found out late: costs no credits, and a handful of
 * requests to Salesforce. What only a person can put right is a problem; who does not answer is only mentioned.
 */
final class Preflight {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceEnrichment.class);
    private static final int PATIENCE_SECONDS = 20;
    private static final int UNAUTHORIZED = 401;

    private final CamelContext context;
    private final String component;
    private final String loginUrl;
    private final Map<String, EnrichmentProfile> profiles;
    private final Mode mode;
    private final String usageUri;
    private final boolean changes;
    private final String where;
    private final Set<String> unseen = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> concerns = new ArrayList<>();

    /**
     * @param profiles by object
     * @param loginUrl where the login is; null if the component knows
     * @param changes whether change events are wanted
     * @param where the condition of the backfill; null for none
     */
    Preflight(
            CamelContext context,
            String component,
            String loginUrl,
            Map<String, EnrichmentProfile> profiles,
            Mode mode,
            String usageUri,
            boolean changes,
            String where) {
        this.context = context;
        this.component = component;
        this.loginUrl = loginUrl;
        this.profiles = profiles;
        this.mode = mode;
        this.usageUri = usageUri;
        this.changes = changes;
        this.where = where;
    }

    /** What has to be put right, a line for each; empty if all is well as far as the two sides say. */
    List<String> problems() {
        ProducerTemplate template = context.createProducerTemplate();
        ExecutorService meanwhile =
                context.getExecutorServiceManager().newSingleThreadExecutor(this, "LeadIQPreflight");
        try {
            Future<Exchange> usage = askLeadIQ(template, meanwhile);
            askSalesforce();
            understand(usage);
        } finally {
            context.getExecutorServiceManager().shutdownNow(meanwhile);
            template.stop();
        }
        return problems;
    }

    /** What was only mentioned, and keeps nothing from starting; there after {@link #problems}. */
    List<String> concerns() {
        return List.copyOf(concerns);
    }

    private void mention(String concern) {
        concerns.add(concern);
        LOG.warn("{}", concern);
    }

    private Future<Exchange> askLeadIQ(ProducerTemplate template, ExecutorService meanwhile) {
        Endpoint endpoint;
        try {
            // here, for a context that starts does not like its endpoints to be made by other threads
            endpoint = context.getEndpoint(usageUri);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return meanwhile.submit(() -> template.send(endpoint, exchange -> {}));
    }

    private void understand(Future<Exchange> usage) {
        Throwable failure;
        try {
            failure = usage.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getException();
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (TimeoutException e) {
            mention("LeadIQ has not answered for " + PATIENCE_SECONDS + " seconds; records wait until it does: check"
                    + " camel.component.leadiq.url, the network and its proxy if that lasts");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (failure == null) {
            return;
        }
        LeadIQException known = find(failure, LeadIQException.class);
        IllegalArgumentException option = find(failure, IllegalArgumentException.class);
        if (known instanceof LeadIQAuthenticationException) {
            problems.add("LeadIQ refuses the API key: copy the Secret Base64 API key from LeadIQ's settings into the"
                    + " environment variable LEADIQ_API_KEY, or into camel.component.leadiq.apiKey");
        } else if (known != null) {
            mention("LeadIQ is not well; records wait until it is: " + known.getMessage());
        } else if (option != null && mode.spends()) {
            problems.add("LeadIQ cannot be asked: " + plain(option));
        } else if (option != null) {
            LOG.info("LeadIQ will not be asked in this mode, and cannot be: {}", plain(option));
        } else {
            problems.add("LeadIQ cannot be asked (" + CrmFailure.describe(failure) + "): check " + usageUri);
        }
    }

    private void askSalesforce() {
        try {
            SalesforceDescriber describer = new SalesforceDescriber();
            describer.setCamelContext(context);
            describer.setComponent(component);
            for (EnrichmentProfile profile : profiles.values()) {
                describe(describer, profile);
            }
            SalesforceApi api = SalesforceApi.of(context, component);
            if (where != null) {
                query(api);
            }
            if (changes) {
                changes(api);
            }
        } catch (SalesforceCallException e) {
            String problem = problemOfAll(e);
            if (problem == null) {
                mention("Salesforce cannot be asked now, and is asked again later: " + e.getMessage()
                        + "; check loginUrl, the network and its proxy if that lasts");
            } else {
                problems.add(problem);
            }
        }
    }

    private void describe(SalesforceDescriber describer, EnrichmentProfile profile) {
        String object = profile.object();
        ObjectDescribe describe;
        try {
            describe = describer.describe(object, false);
        } catch (SalesforceCallException e) {
            if (!e.code().equals("NOT_FOUND")) {
                throw e;
            }
            unseen.add(object);
            problems.add("Salesforce shows us no object " + object
                    + ": check objects, apiVersion, and that the integration user may read the object");
            return;
        }
        ProfileCheck.against(profile, describe).stream()
                .filter(finding -> finding.severity() == Severity.FATAL)
                .map(Finding::toString)
                .forEach(finding -> problems.add("Nothing of " + object + " can be enriched: " + finding));
    }

    /** The condition as the backfill will ask it, for one record. */
    private void query(SalesforceApi api) {
        String object = profiles.keySet().iterator().next();
        try {
            api.query("SELECT Id FROM " + object + " WHERE (" + where + ") LIMIT 1", page -> {});
        } catch (SalesforceCallException e) {
            if (e.isRetryable()) {
                throw e;
            }
            problems.add("Salesforce does not take the condition in where (" + e.code() + "): try it as SELECT Id FROM "
                    + object + " WHERE ... in the Developer Console");
        }
    }

    /**
     * Says which objects make no change events. Only says it: without the permission View Setup and Configuration Salesforce
     * may show us less than there is, and who selects the object later needs no restart.
     */
    private void changes(SalesforceApi api) {
        Set<String> off = new TreeSet<>(profiles.keySet());
        off.removeAll(unseen);
        try {
            JsonNode answer = api.get("/tooling/query?q="
                    + URLEncoder.encode(
                            "SELECT DeveloperName, SelectedEntity FROM PlatformEventChannelMember",
                            StandardCharsets.UTF_8));
            // members of channels of one's own count as well
            answer.path("records").forEach(member -> off.removeIf(object -> isOf(member, object)));
        } catch (SalesforceCallException e) {
            if (e.isRetryable()) {
                throw e;
            }
            LOG.info(
                    "Whether Change Data Capture is on cannot be seen without the permission View Setup and Configuration: {}",
                    e.getMessage());
            return;
        }
        if (!off.isEmpty()) {
            mention("Change Data Capture seems to be off for " + String.join(", ", off)
                    + ", whose changes are not heard: select the object in Salesforce (Setup, Change Data Capture), or set"
                    + " changes to false");
        }
    }

    private static boolean isOf(JsonNode member, String object) {
        String event = object.replaceFirst("__c$", "__") + "ChangeEvent";
        return member.path("SelectedEntity").asText().equals(event)
                || member.path("DeveloperName").asText().endsWith("_" + event.replace("__", "_"));
    }

    /** What is the matter with every request; null if that will pass. */
    private String problemOfAll(SalesforceCallException failure) {
        return switch (failure.code()) {
            case "LOGIN_REFUSED" ->
                "Salesforce refuses the login (" + failure.getMessage().replaceFirst(".*: ", "")
                        + "): check clientId and clientSecret, that loginUrl is the org's own address (My Domain), and that the"
                        + " connected app allows the client credentials flow";
            case "API_DISABLED_FOR_ORG" ->
                "Salesforce's API is off for this user or org: give the integration user the permission API Enabled";
            case "NO_ANSWER" ->
                failure.getMessage().contains("UnknownHost")
                        ? "There is no host for " + (loginUrl == null ? "the loginUrl" : loginUrl)
                                + ": loginUrl must be the org's own address (Setup, My Domain)"
                        : null;
            default ->
                failure.isRetryable() && failure.status() != UNAUTHORIZED
                        ? null
                        : "Salesforce refuses what we ask (" + failure.getMessage()
                                + "): check loginUrl, apiVersion and the permissions of the integration user";
        };
    }

    /** Without the name of the component, which the sentence has already. */
    private static String plain(IllegalArgumentException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("^" + LeadIQConstants.SCHEME + ": ", "it ");
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
