/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** What is to be done with the records of one CRM object: read from YAML, checked, and then only data. */
package io.github.camelleadiq.routes.core.profile;
