/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A constant that profiles call by a name of their own. */
interface Named {
    /** The name in profiles. */
    String profileName();

    /** These constants by name, in their order. */
    static <T extends Named> Map<String, T> byName(T[] constants) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T constant : constants) {
            byName.put(constant.profileName(), constant);
        }
        return Collections.unmodifiableMap(byName);
    }
}
