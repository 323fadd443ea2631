/**
 * HubSpot on loopback: CRM objects, properties, associations, search, OAuth and webhooks, as strict as the real one and
 * faulty on demand.
 */
package io.github.camelleadiq.simulator.hubspot;
