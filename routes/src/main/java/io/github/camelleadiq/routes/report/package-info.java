/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** Reports for people about what enrichment did. */
package io.github.camelleadiq.routes.report;
