/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

/**
 * What is known of the schema of one server.
 *
 * @param model its elements
 * @param checked whether requests are fitted to it; if not, what the caller wrote goes out as written
 */
public record ServerSchema(SchemaModel model, boolean checked) {}
