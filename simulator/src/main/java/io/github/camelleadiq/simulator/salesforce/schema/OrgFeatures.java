/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.util.List;

/**
 * What an org has switched on that adds fields to its standard objects.
 *
 * @param personAccounts   whether an account can be a person
 * @param addressPicklists State and Country/Territory Picklists
 * @param currencies       ISO codes of the currencies of records, the corporate one first; empty for an org of one currency
 */
public record OrgFeatures(boolean personAccounts, boolean addressPicklists, List<String> currencies) {}
