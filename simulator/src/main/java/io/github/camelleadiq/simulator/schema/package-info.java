/** The schemas that the simulator can serve, cut out of the one schema file of the project. */
package io.github.camelleadiq.simulator.schema;
