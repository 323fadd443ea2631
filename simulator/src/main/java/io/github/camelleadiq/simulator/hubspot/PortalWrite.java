/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;
import java.util.Map;

/**
 * One write of one record, by whomever, that was taken.
 *
 * @param object   {@code contacts} or {@code companies}
 * @param id       of the record written, which after a merge is not the id that was asked for
 * @param sourceId as webhooks say it: the id of the app, or {@code userId:...}
 * @param values   what was asked for, empty to blank
 */
public record PortalWrite(Instant at, String object, String id, String sourceId, Map<String, String> values) {}
