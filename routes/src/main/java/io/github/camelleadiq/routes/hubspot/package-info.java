/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** HubSpot at both ends of the pipeline: changes and records come from here, and values go back here. */
package io.github.camelleadiq.routes.hubspot;
