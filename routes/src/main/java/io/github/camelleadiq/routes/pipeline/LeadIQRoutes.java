/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Adds the routes of {@code camel/leadiq-enrich.yaml} to a context, for those who rather write Java than YAML:
 *
 * <pre>{@code
 * LeadIQRoutes.of(EnrichmentState.open(dataSource))
 *         .crm("direct:read", "direct:write", "direct:describe")
 *         .profile("salesforce/lead")
 *         .mode(Mode.DRY_RUN)
 *         .addTo(context);
 * }</pre>
 *
 * <p>Changes are then to be sent to {@link #changesUri()}. Backfills and the like put what they find into the state's inbox.
 */
public final class LeadIQRoutes {
    /** Where the templates are, for a routes loader or {@code camel.main.routesIncludePattern}. */
    public static final String RESOURCE = "classpath:camel/leadiq-enrich.yaml";

    private static final String STEPS = "leadiq-steps";
    private static final String ENRICH = "leadiq-enrich";

    private final EnrichmentState state;
    private final Map<String, Object> profiles = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> steps = new LinkedHashMap<>();
    private final Map<String, String> housekeeping = new LinkedHashMap<>();
    private boolean keepsHouse = true;
    private String name = "crm";
    private String window = "5000";

    private LeadIQRoutes(EnrichmentState state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /** Routes that keep what they must not forget in this state. */
    public static LeadIQRoutes of(EnrichmentState state) {
        return new LeadIQRoutes(state);
    }

    /** Names these routes, where a context has several; {@code crm} by default. */
    public LeadIQRoutes name(String newName) {
        name = newName;
        return this;
    }

    /** Where the CRM is read, written and described; see the templates for what goes in and out. */
    public LeadIQRoutes crm(String readerUri, String writerUri, String describeUri) {
        return parameter("readerUri", readerUri)
                .parameter("writerUri", writerUri)
                .parameter("describeUri", describeUri);
    }

    /** A profile by what the template parameter {@code profile} takes; its routes carry the name of its object. */
    public LeadIQRoutes profile(String reference) {
        profiles.put(reference, reference);
        return this;
    }

    /** A profile. */
    public LeadIQRoutes profile(EnrichmentProfile profile) {
        profiles.put(profileName(profile.object()), profile);
        return this;
    }

    /** The name of the bean of a profile that was given as such, for templates of {@code camel/leadiq-salesforce.yaml}. */
    public String profileName(String object) {
        return "leadiq-profile-" + object;
    }

    /** What is allowed; {@link Mode#LIVE} by default. */
    public LeadIQRoutes mode(Mode mode) {
        return parameter("mode", mode.optionName());
    }

    /** Any other parameter of {@code leadiq-enrich}. */
    public LeadIQRoutes parameter(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** How many records of a run are processed together, 5,000 by default: as many as the windows of backfills have. */
    public LeadIQRoutes window(int records) {
        window = String.valueOf(records);
        return this;
    }

    /**
     * Replaces a step.
     *
     * @param step the parameter of {@code leadiq-steps}, such as {@code matchStep}
     * @param uri what takes and gives a {@link Batch}, such as {@code bean:myMatch}
     */
    public LeadIQRoutes step(String step, String uri) {
        steps.put(step, uri);
        return this;
    }

    /** A parameter of {@code leadiq-housekeeping}, which removes what is old from the state: such as {@code logAge}. */
    public LeadIQRoutes housekeeping(String parameter, String value) {
        housekeeping.put(parameter, value);
        return this;
    }

    /** Leaves {@code leadiq-housekeeping} out: the state grows unless another job keeps it small. */
    public LeadIQRoutes withoutHousekeeping() {
        keepsHouse = false;
        return this;
    }

    /** Where a list of {@code ChangeEvent} is to be sent. */
    public String changesUri() {
        return "direct:leadiq-changes-" + name;
    }

    /** The name of the state's bean, for templates of {@code camel/leadiq-salesforce.yaml} and the like. */
    public String stateName() {
        return "leadiqState-" + name;
    }

    /** Adds the routes; they start with the context, or at once if it runs. */
    public void addTo(CamelContext context) throws Exception {
        loadTemplates(context);
        String stateBean = stateName();
        context.getRegistry().bind(stateBean, state);
        String stepsUri = "direct:" + STEPS + "-" + name;
        Map<String, String> stepsParameters = new LinkedHashMap<>(steps);
        stepsParameters.put("from", stepsUri);
        add(context, STEPS, name, stepsParameters);
        for (Map.Entry<String, Object> profile : profiles.entrySet()) {
            if (profile.getValue() instanceof EnrichmentProfile bean) {
                context.getRegistry().bind(profile.getKey(), bean);
            }
            String instance =
                    instance(ProfileFinder.find(context, profile.getKey()).object());
            Map<String, String> all = new LinkedHashMap<>(parameters);
            all.putAll(Map.of("name", instance, "profile", profile.getKey(), "state", stateBean, "stepsUri", stepsUri));
            add(context, ENRICH, instance, all);
            add(context, ENRICH, instance + "-runs", ofRuns(all));
        }
        Map<String, String> changes = new LinkedHashMap<>(
                Map.of("name", name, "state", stateBean, "profiles", String.join(",", profiles.keySet())));
        for (String shared : List.of("clientId", "userId")) {
            if (parameters.containsKey(shared)) {
                changes.put(shared, parameters.get(shared));
            }
        }
        add(context, "leadiq-changes", name, changes);
        if (keepsHouse) {
            Map<String, String> ages = new LinkedHashMap<>(housekeeping);
            ages.putAll(Map.of("name", name, "state", stateBean));
            add(context, "leadiq-housekeeping", name, ages);
        }
    }

    private String instance(String object) {
        return name + "-" + object;
    }

    /** The same for runs, whose windows are processed together. */
    private Map<String, String> ofRuns(Map<String, String> parameters) {
        Map<String, String> runs = new LinkedHashMap<>(parameters);
        runs.put("takes", "runs");
        runs.put("name", parameters.get("name") + "-runs");
        runs.put("batchSize", window);
        return runs;
    }

    private static void add(CamelContext context, String template, String instance, Map<String, String> parameters) {
        TemplatedRouteBuilder builder =
                TemplatedRouteBuilder.builder(context, template).routeId(template + "-" + instance);
        parameters.forEach(builder::parameter);
        builder.add();
    }

    private static void loadTemplates(CamelContext context) throws Exception {
        if (((ModelCamelContext) context).getRouteTemplateDefinition(STEPS) == null) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(context, RESOURCE));
        }
    }
}
