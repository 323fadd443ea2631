/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** What of LeadIQ's answer goes into which field, and what does not and why. */
package io.github.camelleadiq.routes.core.merge;
