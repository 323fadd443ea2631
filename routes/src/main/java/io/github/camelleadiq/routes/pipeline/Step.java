/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

/** One step of the pipeline. Implementations keep no state between batches; records that are not open pass untouched. */
@FunctionalInterface
public interface Step {
    Batch apply(Batch batch);
}
