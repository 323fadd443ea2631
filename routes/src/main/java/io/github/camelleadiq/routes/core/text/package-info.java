/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** How names, domains and links are compared and which of them say anything. */
package io.github.camelleadiq.routes.core.text;
