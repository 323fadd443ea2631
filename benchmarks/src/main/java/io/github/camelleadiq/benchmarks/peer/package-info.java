/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** The ways to look people up that are compared. */
package io.github.camelleadiq.benchmarks.peer;
