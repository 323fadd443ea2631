/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** What to ask LeadIQ about a record, and what not. */
package io.github.camelleadiq.routes.core.plan;
