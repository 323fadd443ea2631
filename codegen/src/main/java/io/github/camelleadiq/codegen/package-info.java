/**
 * Writes the Java model of LeadIQ's API from {@code schema.graphqls}: records for results and inputs, value types for
 * enumerations, sealed interfaces for unions. Runs in the build only; nothing of it is in any published artifact.
 */
package io.github.camelleadiq.codegen;
