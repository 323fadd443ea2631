/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
/** The LeadIQ component in Spring Boot applications. */
package io.github.camelleadiq.springboot;
