/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** What all CRMs have in common: changes, records, patches, as data. Nothing here knows Camel or a CRM. */
package io.github.camelleadiq.routes.core;
