/** What objects and fields an org has. */
package io.github.camelleadiq.simulator.salesforce.schema;
