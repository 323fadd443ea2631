/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** Whether what LeadIQ found is what the CRM means. */
package io.github.camelleadiq.routes.core.match;
