/** What selections cost, and who has paid what. */
package io.github.camelleadiq.simulator.credit;
