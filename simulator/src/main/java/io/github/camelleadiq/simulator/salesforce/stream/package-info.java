/** Change events, kept for a while and served by a real CometD server. */
package io.github.camelleadiq.simulator.salesforce.stream;
