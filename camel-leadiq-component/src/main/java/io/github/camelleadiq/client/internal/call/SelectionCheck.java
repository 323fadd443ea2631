/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.SchemaCheck;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.document.DocumentCompiler;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.ServerSchemas;

/** Finds a slip in a selection when a route starts rather than at its first message. */
public final class SelectionCheck {

    private SelectionCheck() {}

    /**
     * Checks a selection as far as that is possible without asking a server: its syntax, and its names when the schema
     * is a fixed one.
     *
     * @throws InvalidInputException when it is wrong
     */
    public static void check(LeadIQOperation operation, Selection selection, SchemaCheck schemaCheck) {
        DocumentCompiler.checkSyntax(operation, selection);
        if (selection.fields() != null) {
            ServerSchemas.fixed(schemaCheck)
                    .ifPresent(known -> known.documents().compile(operation, selection));
        }
    }
}
