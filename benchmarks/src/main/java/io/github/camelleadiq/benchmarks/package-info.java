/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** Measures the component beside its peers. */
package io.github.camelleadiq.benchmarks;
