/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** From a change in the CRM to the values that are written back: the steps, and the routes that run them. */
package io.github.camelleadiq.routes.pipeline;
