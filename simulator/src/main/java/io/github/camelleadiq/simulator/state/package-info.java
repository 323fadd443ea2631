/** What the simulator remembers for each key: tracked companies, scans, imports, lists. */
package io.github.camelleadiq.simulator.state;
