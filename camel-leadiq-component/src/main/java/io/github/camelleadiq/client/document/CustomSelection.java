/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.github.camelleadiq.client.schema.InvalidInputException;

/** Reads the text of the {@code fields} option: a GraphQL selection, with or without its outer braces. */
final class CustomSelection {

    private static final String PATH = "fields";

    private CustomSelection() {}

    static SelectionSet parse(String text) {
        String trimmed = text.strip();
        String braced = trimmed.startsWith("{") ? trimmed : "{" + trimmed + "}";
        Document document = parseDocument("{ field " + braced + " }");
        if (document.getDefinitions().size() != 1
                || !(document.getDefinitions().get(0) instanceof OperationDefinition operation)
                || operation.getSelectionSet().getSelections().size() != 1
                || !(operation.getSelectionSet().getSelections().get(0) instanceof Field field)) {
            throw new InvalidInputException(PATH, "is not one selection such as results { name { fullName } }");
        }
        return field.getSelectionSet();
    }

    private static Document parseDocument(String text) {
        try {
            return Parser.parse(text);
        } catch (InvalidSyntaxException e) {
            throw new InvalidInputException(PATH, "is not a GraphQL selection: " + e.getMessage());
        }
    }
}
