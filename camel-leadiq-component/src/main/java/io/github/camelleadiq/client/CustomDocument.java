/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import java.util.List;

/**
 * A document of the user's own.
 *
 * @param text the document
 * @param operationName the operation to run, null when it has no name
 * @param kind whether that changes something
 * @param variables the variables that the operation declares, with their types
 */
public record CustomDocument(
        String text, String operationName, OperationKind kind, List<VariableDefinition> variables) {

    /**
     * @param operationName which operation to run; null when there is only one
     * @throws LeadIQInvalidRequestException when the text is no document or the operation is not in it
     */
    public static CustomDocument of(String text, String operationName) {
        List<OperationDefinition> operations = parse(text).stream()
                .filter(operation -> operationName == null || operationName.equals(operation.getName()))
                .toList();
        if (operations.size() != 1) {
            throw invalid(
                    operationName == null
                            ? "needs exactly one operation, or operationName to choose one"
                            : "has no single operation of the name that operationName gives");
        }
        OperationDefinition operation = operations.get(0);
        return new CustomDocument(
                text,
                operation.getName(),
                switch (operation.getOperation()) {
                    case QUERY -> OperationKind.QUERY;
                    case MUTATION -> OperationKind.MUTATION;
                    case SUBSCRIPTION -> throw invalid("is a subscription, which the API does not have");
                },
                operation.getVariableDefinitions());
    }

    /**
     * The type of a variable.
     *
     * @throws InvalidInputException when the operation does not declare it
     */
    public Type<?> typeOf(String variable) {
        return variables.stream()
                .filter(declared -> declared.getName().equals(variable))
                .findFirst()
                .map(VariableDefinition::getType)
                .orElseThrow(() -> new InvalidInputException(
                        variable,
                        "is not a variable of the document; there are "
                                + variables.stream()
                                        .map(VariableDefinition::getName)
                                        .toList()));
    }

    private static List<OperationDefinition> parse(String text) {
        try {
            return Parser.parse(text).getDefinitionsOfType(OperationDefinition.class);
        } catch (InvalidSyntaxException e) {
            throw new LeadIQInvalidRequestException(
                    "graphql", "query", "is not a GraphQL document: " + e.getMessage(), e);
        }
    }

    private static LeadIQInvalidRequestException invalid(String problem) {
        return new LeadIQInvalidRequestException("graphql", "query", problem);
    }
}
