/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out for the keys used last. Selections can come with messages; a route that makes up a new one for each
 * must not fill the heap.
 */
public final class LruCache<K, V> {

    private static final int MAXIMUM = 500;

    private final Map<K, V> values = Collections.synchronizedMap(new Latest<>());

    /** The value for a key, made at most once by each of several threads that ask at the same time. */
    public V get(K key, Function<? super K, ? extends V> make) {
        V value = values.get(key);
        if (value == null) {
            value = make.apply(key);
            values.put(key, value);
        }
        return value;
    }

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAXIMUM;
        }
    }
}
