/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A packaged document, parsed: one operation with one root field, and its fragments. */
public final class OperationDocument {

    private static final String FOLDER = "/io/github/camelleadiq/graphql/operations/";
    private static final Map<LeadIQOperation, OperationDocument> PACKAGED = new ConcurrentHashMap<>();

    private final OperationDefinition operation;
    private final Map<String, FragmentDefinition> fragments;
    private final List<VariableDefinition> arguments;

    private OperationDocument(Document document) {
        this.operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toUnmodifiableMap(FragmentDefinition::getName, Function.identity()));
        this.arguments = operation.getVariableDefinitions().stream()
                .filter(variable -> !isGuard(variable.getName()))
                .toList();
    }

    /** The document that is packaged for this operation. */
    public static OperationDocument of(LeadIQOperation operation) {
        return PACKAGED.computeIfAbsent(operation, any -> new OperationDocument(Parser.parse(text(operation))));
    }

    private static String text(LeadIQOperation operation) {
        try (InputStream source =
                OperationDocument.class.getResourceAsStream(FOLDER + operation.graphqlName() + ".graphql")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that the caller can set: all but the guards of the data points. */
    public List<VariableDefinition> arguments() {
        return arguments;
    }

    public Optional<VariableDefinition> argument(String name) {
        return arguments.stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst();
    }

    /** The guards that are open when the caller does not say what to ask for. */
    Set<String> openGuards() {
        return operation.getVariableDefinitions().stream()
                .filter(variable -> isGuard(variable.getName()))
                .filter(variable -> variable.getDefaultValue() instanceof BooleanValue value && value.isValue())
                .map(VariableDefinition::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    OperationDefinition operation() {
        return operation;
    }

    Field rootField() {
        return (Field) operation.getSelectionSet().getSelections().get(0);
    }

    Map<String, FragmentDefinition> fragments() {
        return fragments;
    }

    /** Whether the answer has data that LeadIQ bills: the document guards it. */
    public boolean isBilled() {
        return operation.getVariableDefinitions().size() > arguments.size();
    }

    private static boolean isGuard(String variable) {
        return DataPoint.ofVariable(variable).isPresent();
    }
}
