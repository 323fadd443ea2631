/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.util.List;
import java.util.Map;

/**
 * An import of contacts to watch.
 *
 * @param contacts the contacts as they were sent, each with the id it was given
 */
public record ContactBatch(String importId, List<Contact> contacts, TaskProgress progress) {
    /** One contact: its id, and the {@code TrackContactInput}. */
    public record Contact(String id, Map<String, Object> sent) {}
}
