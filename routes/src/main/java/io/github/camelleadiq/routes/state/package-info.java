/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What the pipeline must not forget, in a database: events not yet processed, where each source stands, what we wrote
 * ourselves, what was done at what cost, and how far a run has come. H2 (a file) or PostgreSQL, one schema. Start at
 * {@link io.github.camelleadiq.routes.state.EnrichmentState}. Nothing here knows Camel or a CRM.
 */
package io.github.camelleadiq.routes.state;
