/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import java.util.List;
import java.util.Set;

/**
 * What one returned record gives away.
 *
 * @param personId   the person, or null if the record is a company
 * @param contact    the contact data points that were asked for and are really there
 * @param companyIds the companies whose firmographics are given away
 */
public record BilledItem(String personId, Set<BilledDataPoint> contact, List<String> companyIds) {}
