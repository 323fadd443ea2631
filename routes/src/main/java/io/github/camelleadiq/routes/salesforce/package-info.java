/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Salesforce at both ends of the pipeline: changes, pages and records come from here, and values go back here. The route
 * templates in {@code camel/leadiq-salesforce.yaml} put the beans of this package together.
 */
package io.github.camelleadiq.routes.salesforce;
