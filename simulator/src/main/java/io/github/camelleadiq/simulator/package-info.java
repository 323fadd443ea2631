/** The simulator: LeadIQ on loopback, strict, metered, faulty on demand. Start with {@link io.github.camelleadiq.simulator.LeadIQSimulator}. */
package io.github.camelleadiq.simulator;
