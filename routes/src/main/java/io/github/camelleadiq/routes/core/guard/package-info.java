/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** Which changes are worth a look, and why the others are not. */
package io.github.camelleadiq.routes.core.guard;
