/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import java.util.Map;

/** A value of a union or interface: which type it is, and its fields. */
record Variant(String type, Map<String, Object> fields) {}
