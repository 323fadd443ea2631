/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A rule that refuses records, whoever writes them through the API.
 *
 * @param type     the object
 * @param violated true for a record that must not be saved; gets all fields as they would be
 * @param message  what the caller is told
 * @param field    the field that the message belongs to, or null
 */
public record ValidationRule(String type, Predicate<Map<String, Object>> violated, String message, String field) {}
