/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

/** Which requests to LeadIQ go wrong, and how; introspection counts as a request. */
public final class Faults extends FaultRules<SimulatedRequest> {}
