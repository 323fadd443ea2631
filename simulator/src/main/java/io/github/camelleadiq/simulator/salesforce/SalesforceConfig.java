/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.salesforce.rest.Logins;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What a simulator was told. See {@link SalesforceSimulatorBuilder} for the meaning of each. */
record SalesforceConfig(
        int port,
        Map<String, ObjectDef> objects,
        Logins.Credentials credentials,
        int dailyLimit,
        int pageSize,
        Duration retention,
        Duration latency,
        Clock clock) {}
