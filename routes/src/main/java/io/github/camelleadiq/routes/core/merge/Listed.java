/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import java.util.List;

/** Several values of one source; a field that takes one text gets them one after the other. */
record Listed(List<String> items) {
    Listed {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return String.join("; ", items);
    }
}
