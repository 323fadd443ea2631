/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import java.util.LinkedHashMap;

/** The fields of an object, written in one expression; values may be null. */
final class MapOf extends LinkedHashMap<String, Object> {
    static MapOf map(Object... keysAndValues) {
        MapOf map = new MapOf();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    MapOf and(String field, Object value) {
        put(field, value);
        return this;
    }
}
