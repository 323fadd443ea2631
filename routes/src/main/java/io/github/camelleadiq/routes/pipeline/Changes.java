/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes changes in: what is worth a look goes into the inbox, the rest is let go of. */
public final class Changes {
    private final Map<String, EnrichmentProfile> profiles = new LinkedHashMap<>();
    private final EnrichmentState state;
    private final Us us;

    /** Changes of these profiles' objects; those of other objects are let go of. */
    public Changes(List<EnrichmentProfile> profiles, EnrichmentState state, Us us) {
        profiles.forEach(profile -> this.profiles.put(profile.object(), profile));
        this.state = state;
        this.us = us;
    }

    /**
     * Takes changes in, in order of arrival, all or none. They are on disk when this returns.
     *
     * @return how many wait to be processed because of this call
     */
    public int take(List<ChangeEvent> events) {
        return state.inbox().offerAll(events, this::isWorthALook);
    }

    private boolean isWorthALook(ChangeEvent event) {
        EnrichmentProfile profile = profiles.get(event.objectType());
        return profile != null && Guard.event(event, profile, us).passed();
    }
}
