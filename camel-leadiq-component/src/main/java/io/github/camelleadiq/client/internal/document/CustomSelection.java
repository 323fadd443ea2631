/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;

/** Reads the text of the {@code fields} option: a GraphQL selection, with or without its outer braces. */
final class CustomSelection {

    private static final String PATH = "fields";

    private CustomSelection() {}

    /** @throws InvalidInputException when the text is anything but one selection of fields */
    static SelectionSet parse(String text) {
        String trimmed = text.strip();
        // the line break ends a comment in the text
        String braced = trimmed.startsWith("{") ? trimmed : "{" + trimmed + "\n}";
        Document document = parseDocument("{ field " + braced + "\n}");
        if (document.getDefinitions().size() != 1
                || !(document.getDefinitions().get(0) instanceof OperationDefinition operation)
                || operation.getSelectionSet().getSelections().size() != 1
                || !(operation.getSelectionSet().getSelections().get(0) instanceof Field field)
                || field.getSelectionSet() == null) {
            throw new InvalidInputException(PATH, "is not one selection such as results { name { fullName } }");
        }
        requirePlain(field);
        return field.getSelectionSet();
    }

    /** What would need something outside of the selection, and what can as well be left out. */
    private static void requirePlain(Node<?> node) {
        if (node instanceof Directive directive) {
            throw new InvalidInputException(
                    PATH, "has the directive @" + directive.getName() + "; leave out the field instead");
        }
        if (node instanceof FragmentSpread spread) {
            throw new InvalidInputException(
                    PATH, "spreads the fragment " + spread.getName() + "; write its fields instead");
        }
        node.getChildren().forEach(CustomSelection::requirePlain);
    }

    private static Document parseDocument(String text) {
        try {
            return Parser.parse(text);
        } catch (InvalidSyntaxException e) {
            throw new InvalidInputException(PATH, "is not a GraphQL selection: " + e.getMessage());
        }
    }
}
