/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A rule of the portal's administrator: a property that records must have in some cases.
 *
 * @param when looks at all values that the record would have; absent ones are missing or null
 */
record AdminRule(CrmObject type, String required, Predicate<Map<String, String>> when) {}
