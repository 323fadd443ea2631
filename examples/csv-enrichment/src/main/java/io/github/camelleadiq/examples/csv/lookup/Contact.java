/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

/**
 * An email address or a phone number.
 *
 * @param status how far LeadIQ trusts it, in LeadIQ's words
 */
public record Contact(String value, String status) {}
