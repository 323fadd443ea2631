/** Inside: executes documents; how each field of the schema gets its value. */
package io.github.camelleadiq.simulator.engine;
