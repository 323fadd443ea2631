/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import java.lang.reflect.Field;

/** Looks at what a stream holds on to. */
final class Held {

    private Held() {}

    static Object page(Object items) {
        try {
            Field page = items.getClass().getDeclaredField("page");
            page.setAccessible(true);
            return page.get(items);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
