/** Salesforce on loopback. Start with {@link io.github.camelleadiq.simulator.salesforce.SalesforceSimulator}. */
package io.github.camelleadiq.simulator.salesforce;
