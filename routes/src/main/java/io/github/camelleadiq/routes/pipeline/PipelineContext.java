/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentLog;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the records of one CRM object are processed with.
 *
 * @param profile how they are enriched
 * @param state what must not be forgotten
 * @param crm where they are read and written
 * @param leadIQ who is asked
 * @param us how the CRM calls us
 * @param mode what is allowed
 * @param options how it is done
 * @param gate stops the pipeline for a while
 * @param fit whether the profile fits the CRM
 * @param estimates what it would cost
 * @param answers what LeadIQ has answered about records that are not settled yet
 * @param samplesLeft how many samples {@link Mode#PREVIEW} may still spend on
 * @param clock tells the time
 */
public record PipelineContext(
        EnrichmentProfile profile,
        EnrichmentState state,
        Crm crm,
        LeadIQ leadIQ,
        Us us,
        Mode mode,
        PipelineOptions options,
        PauseSwitch gate,
        ProfileFit fit,
        Estimates estimates,
        KeptAnswers answers,
        AtomicInteger samplesLeft,
        Clock clock) {
    public PipelineContext {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(leadIQ, "leadIQ");
        Objects.requireNonNull(us, "us");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(clock, "clock");
    }

    /** A setup with its own gate. */
    public static PipelineContext of(
            EnrichmentProfile profile,
            EnrichmentState state,
            Crm crm,
            LeadIQ leadIQ,
            Us us,
            Mode mode,
            PipelineOptions options,
            Clock clock) {
        return new PipelineContext(
                profile,
                state,
                crm,
                leadIQ,
                us,
                mode,
                options,
                new PauseSwitch(clock),
                new ProfileFit(profile, clock),
                new Estimates(),
                new KeptAnswers(clock),
                new AtomicInteger(options.samples()),
                clock);
    }

    /**
     * Says what the CRM has of the object that the profile is about.
     *
     * @throws ProfileMisfitException if the profile does not fit it; the CRM is then asked again the next time
     * @throws RuntimeException if the CRM cannot be reached
     */
    public ObjectDescribe describe() {
        ObjectDescribe describe = crm.describe(profile.object());
        try {
            fit.check(describe);
        } catch (ProfileMisfitException e) {
            crm.forget(profile.object());
            throw e;
        }
        return describe;
    }

    /** The log, which keeps values or not as the options say. */
    public EnrichmentLog log() {
        return state.log().storeValues(options.storeValues());
    }
}
