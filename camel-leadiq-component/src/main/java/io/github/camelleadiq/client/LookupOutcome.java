/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * What became of one lookup of a list.
 *
 * @param response the answer, or null when it failed
 * @param failure why it failed, or null
 */
public record LookupOutcome(LeadIQResponse response, LeadIQException failure) {}
