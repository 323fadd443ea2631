/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

/** PipelineOptions as text. */
final class Parameters {
    private Parameters() {}

    /** A template cannot leave a parameter out: blank says that there is none. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
