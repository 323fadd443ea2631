/** The invented people and companies. Everything about them follows from their identifiers. */
package io.github.camelleadiq.simulator.people;
