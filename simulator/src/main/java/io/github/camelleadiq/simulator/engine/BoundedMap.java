/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A bounded cache that forgets what was used longest ago. Loads under its lock: loading is short and must not call back. */
final class BoundedMap<K, V> {
    private final Map<K, V> entries;

    BoundedMap(int capacity) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized V get(K key, Function<K, V> load) {
        V value = entries.get(key);
        if (value == null) {
            value = load.apply(key);
            entries.put(key, value);
        }
        return value;
    }
}
