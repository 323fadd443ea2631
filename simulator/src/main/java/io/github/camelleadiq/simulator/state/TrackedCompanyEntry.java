/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

/** A company on the tracked list of a key. */
public record TrackedCompanyEntry(String id, String name, String domain, Object customData) {}
