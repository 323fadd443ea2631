/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.EnrichmentState;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.camel.Handler;
import org.apache.camel.util.TimeUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is old from the state. What the ages mean stands with the template {@code leadiq-housekeeping}. */
public final class HousekeepingBean {
    private static final Logger LOG = LoggerFactory.getLogger(HousekeepingBean.class);

    private EnrichmentState state;
    private Duration eventAge;
    private Duration ownWriteAge;
    private Duration logAge;
    private Duration valueAge;

    /** Removes what is too old now. */
    @Handler
    public void run() {
        int events = remove(eventAge, age -> state.inbox().prune(age));
        int writes = remove(ownWriteAge, age -> state.ownWrites().forget(age));
        int entries = remove(logAge, age -> state.log().forget(age));
        int values = remove(valueAge, age -> state.log().forgetValues(age));
        if (events + writes + entries + values > 0) {
            LOG.info(
                    "Removed {} settled events, {} fingerprints of our own writes, {} log entries, and the values of {}"
                            + " more",
                    events,
                    writes,
                    entries,
                    values);
        }
    }

    private static int remove(Duration age, ToIntFunction<Duration> removal) {
        return age == null ? 0 : removal.applyAsInt(age);
    }

    public void setState(EnrichmentState state) {
        this.state = state;
    }

    public void setEventAge(String age) {
        eventAge = duration(age);
    }

    public void setOwnWriteAge(String age) {
        ownWriteAge = duration(age);
    }

    public void setLogAge(String age) {
        logAge = duration(age);
    }

    public void setValueAge(String age) {
        valueAge = duration(age);
    }

    private static Duration duration(String age) {
        return Parameters.orNull(age) == null ? null : TimeUtils.toDuration(age.strip());
    }
}
