/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

/** What a contract counts. */
public enum Billing {
    /** Universal Credits for each data point of each record that comes back. */
    UNIVERSAL,
    /** One credit for each call, as older contracts have it: a page of an advanced search, or an exact match. */
    PAGE
}
