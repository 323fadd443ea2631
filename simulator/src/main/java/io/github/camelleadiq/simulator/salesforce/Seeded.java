/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import java.util.List;
import java.util.Map;

/**
 * What was seeded.
 *
 * @param ids    by object, in the order of creation
 * @param quirks ids of leads and contacts by what is special about them
 */
public record Seeded(Map<String, List<String>> ids, Map<Quirk, List<String>> quirks) {}
