/** The REST resources and the login. */
package io.github.camelleadiq.simulator.salesforce.rest;
