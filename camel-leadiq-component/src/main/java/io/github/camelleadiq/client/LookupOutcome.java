/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * What became of one lookup of a list.
 *
 * @param response the answer, or null when it failed
 * @param failure why it failed, or null
 * @param scope how far the failure reaches, or null
 * @param credits what the lookup cost, also if it failed; null when nothing was counted: it is free, or nothing was asked
 *     of LeadIQ
 */
public record LookupOutcome(
        LeadIQResponse response, LeadIQException failure, FailureScope scope, CallCredits credits) {}
