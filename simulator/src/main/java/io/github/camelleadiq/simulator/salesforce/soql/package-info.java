/** A subset of SOQL: parsed, checked against the org, run. */
package io.github.camelleadiq.simulator.salesforce.soql;
