/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.pace;

import java.util.concurrent.Executor;

/**
 * What one client asks of the pacers of its keys.
 *
 * @param owner the client, told apart by identity
 * @param config its settings
 * @param executor its threads, for questions to a database
 */
record Demand(Object owner, PacingConfig config, Executor executor) {}
