/** The records of an org, and the rules by which they are written. */
package io.github.camelleadiq.simulator.salesforce.org;
