/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.DataPoint;
import java.util.List;
import java.util.Set;

/**
 * What one record of an answer gives away.
 *
 * @param isPerson whether it is a person; otherwise companies that stand alone
 * @param personId whose; null when it is not a person or the answer does not say
 * @param contact email and phone, where they were asked for and are really there
 * @param companyIds companies whose firmographics it has; null for one that the answer does not name
 */
public record Sale(boolean isPerson, String personId, Set<DataPoint> contact, List<String> companyIds) {}
