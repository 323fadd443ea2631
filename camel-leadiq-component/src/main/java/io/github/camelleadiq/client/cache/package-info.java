/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** Answers that were paid for are kept and shared: {@link io.github.camelleadiq.client.cache.LeadIQCache} is the store. */
package io.github.camelleadiq.client.cache;
