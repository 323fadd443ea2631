/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes objects, from memory as long as that is not too old. */
public final class SalesforceDescriber extends SalesforceBean {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceDescriber.class);

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;
    private Duration refresh = Duration.ofHours(1);

    private record Known(ObjectDescribe describe, Instant at) {}

    public SalesforceDescriber() {
        this(Clock.systemUTC());
    }

    SalesforceDescriber(Clock clock) {
        this.clock = clock;
    }

    public Duration getRefresh() {
        return refresh;
    }

    /** How old a description can be before it is asked for again; one hour if not set. */
    public void setRefresh(Duration refresh) {
        this.refresh = refresh;
    }

    /**
     * Describes an object. An old description serves as long as Salesforce cannot be asked.
     *
     * @param again whether to ask even if there is a description that is not old; can be null
     * @throws SalesforceCallException if there is none and the request fails
     */
    @Handler
    public ObjectDescribe describe(
            @Header(RoutesConstants.OBJECT_TYPE) String objectType,
            @Header(RoutesConstants.DESCRIBE_AGAIN) Boolean again) {
        Known last = known.get(Soql.object(objectType));
        if (last != null
                && !Boolean.TRUE.equals(again)
                && clock.instant().isBefore(last.at().plus(refresh))) {
            return last.describe();
        }
        try {
            ObjectDescribe describe = SalesforceDescribe.parse(api().get("/sobjects/" + objectType + "/describe"));
            known.put(objectType, new Known(describe, clock.instant()));
            return describe;
        } catch (SalesforceCallException e) {
            if (last == null || !e.isRetryable()) {
                throw e;
            }
            LOG.warn("{} is described as it was at {}: {}", objectType, last.at(), e.getMessage());
            return last.describe();
        }
    }
}
