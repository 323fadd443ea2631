/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/** {@link Changes} as a bean of the template {@code leadiq-changes}, made from its parameters. */
public final class ChangesBean {
    private String profiles;
    private EnrichmentState state;
    private String clientId;
    private String userId;
    private Changes changes;

    /** Takes a body of changes in. */
    @Handler
    public int take(@Body List<ChangeEvent> events, Exchange exchange) {
        return changes(exchange.getContext()).take(events);
    }

    private synchronized Changes changes(CamelContext context) {
        if (changes == null) {
            List<EnrichmentProfile> found = Stream.of(profiles.split(","))
                    .map(name -> ProfileFinder.find(context, name.strip()))
                    .toList();
            changes = new Changes(found, state, new Us(Parameters.orNull(clientId), Parameters.orNull(userId)));
        }
        return changes;
    }

    public void setProfiles(String profiles) {
        this.profiles = profiles;
    }

    public void setState(EnrichmentState state) {
        this.state = state;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }
}
