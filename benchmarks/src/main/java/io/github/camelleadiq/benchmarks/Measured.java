/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.util.List;

/**
 * What a section found out.
 *
 * @param text    in Markdown, with a heading
 * @param targets that it was about
 */
record Measured(String text, List<Target> targets) {

    static Measured of(String text) {
        return new Measured(text, List.of());
    }
}
