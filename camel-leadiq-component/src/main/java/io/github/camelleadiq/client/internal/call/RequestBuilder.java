/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.VariableDefinition;
import io.github.camelleadiq.client.InputRule.ExactlyOneOf;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.SchemaCheck;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.document.CompiledDocument;
import io.github.camelleadiq.client.internal.document.DocumentCompiler;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import io.github.camelleadiq.client.internal.schema.InputCoercion;
import io.github.camelleadiq.client.internal.schema.InputTranslation;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.NearestName;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import io.github.camelleadiq.client.internal.schema.ServerSchemas;
import io.github.camelleadiq.client.internal.schema.UnsupportedInputException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Checks a request before anything is sent, and says it in the words of one server. */
public final class RequestBuilder {

    /** How many items LeadIQ lists: {@code skip + limit} may not be more. */
    public static final int LISTED = 10_000;

    private static final String INPUT = "input";
    private static final SchemaModel KNOWN = Schemas.union();
    private static final InputCoercion COERCION = new InputCoercion(KNOWN);

    private RequestBuilder() {}

    /**
     * The arguments as our schema wants them.
     *
     * @throws LeadIQInvalidRequestException naming what is wrong
     */
    public static ObjectNode check(LeadIQRequest request) {
        LeadIQOperation operation = request.operation();
        OperationDocument document = OperationDocument.of(operation);
        try {
            ObjectNode given = request.arguments();
            given.fieldNames().forEachRemaining(name -> requireKnown(document, name));
            if ((operation.kind() == OperationKind.QUERY || chooses(operation)) && hasBlankText(given)) {
                given = given.deepCopy();
                removeBlankTexts(given);
            }
            ObjectNode checked = coerce(document, given);
            operation
                    .inputRule()
                    .flatMap(rule -> rule.check(checked.path(INPUT)))
                    .ifPresent(problem -> {
                        throw new InvalidInputException(INPUT, problem);
                    });
            checkWindow(operation, checked);
            return checked;
        } catch (InvalidInputException e) {
            throw invalid(operation, e);
        }
    }

    /**
     * The request in the words of one server.
     *
     * @param variables the arguments as {@link #check} gave them; they become the values for the document
     * @throws LeadIQInvalidRequestException when this server has no words for it
     */
    public static PreparedCall build(
            LeadIQRequest request, ObjectNode variables, ServerSchemas.Known server, CompiledDocument document) {
        LeadIQOperation operation = request.operation();
        try {
            if (server.checked()) {
                translate(operation, variables, server, document);
            }
        } catch (InvalidInputException e) {
            throw invalid(operation, e);
        }
        variables.retain(document.variables());
        return new PreparedCall(request, document, variables);
    }

    /**
     * Checks how far into a list an operation is to skip.
     *
     * @param arguments as our schema wants them
     * @throws LeadIQInvalidRequestException when the page is beyond what can be asked for
     */
    public static void checkWindow(LeadIQOperation operation, ObjectNode arguments) {
        Paging.Way way = operation.paging().way();
        if (!way.byOffset()) {
            return;
        }
        long skip = at(arguments, way.start()).asLong(0);
        // without a limit the server has one of its own, of one item at least
        long limit = at(arguments, way.size()).asLong(1);
        String path = String.join(".", way.start());
        if (skip < 0) {
            throw invalid(operation, new InvalidInputException(path, "must not be negative"));
        }
        if (skip + limit > LISTED) {
            throw invalid(
                    operation,
                    new InvalidInputException(
                            path,
                            "is too far: LeadIQ lists the first " + LISTED
                                    + " items, so skip + limit must not pass that."
                                    + " Narrow the filters, or search by ranges (of company size, country, seniority, ...)"
                                    + " one after another"));
        }
    }

    private static JsonNode at(ObjectNode arguments, Iterable<String> path) {
        JsonNode node = arguments;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /**
     * Finds a slip in a selection when a route starts rather than at its first message, as far as that is possible without
     * asking a server: its syntax, and its names when the schema is a fixed one.
     *
     * @throws InvalidInputException when it is wrong
     */
    public static void checkSelection(LeadIQOperation operation, Selection selection, SchemaCheck schemaCheck) {
        DocumentCompiler.checkSyntax(operation, selection);
        if (selection.fields() != null) {
            ServerSchemas.fixed(schemaCheck)
                    .ifPresent(known -> known.documents().compile(operation, selection));
        }
    }

    private static void translate(
            LeadIQOperation operation, ObjectNode variables, ServerSchemas.Known server, CompiledDocument document) {
        InputTranslation translation = new InputTranslation(KNOWN, server.model());
        for (VariableDefinition argument : OperationDocument.of(operation).arguments()) {
            String name = argument.getName();
            if (variables.has(name)) {
                if (document.unsupportedVariables().contains(name)) {
                    throw new UnsupportedInputException(name, "is an argument that this server does not have");
                }
                translation.translate(argument.getType(), variables.get(name), name);
            }
        }
    }

    public static LeadIQInvalidRequestException invalid(LeadIQOperation operation, InvalidInputException e) {
        return new LeadIQInvalidRequestException(operation.graphqlName(), e.getPath(), e.getMessage(), e);
    }

    private static void requireKnown(OperationDocument document, String name) {
        if (document.argument(name).isEmpty()) {
            List<String> names = document.arguments().stream()
                    .map(VariableDefinition::getName)
                    .toList();
            throw new InvalidInputException(
                    name,
                    "is not an argument of this operation"
                            + NearestName.of(name, names)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse(
                                            names.isEmpty()
                                                    ? ", which has none"
                                                    : "; there are " + String.join(", ", names)));
        }
    }

    private static ObjectNode coerce(OperationDocument document, ObjectNode given) {
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        for (VariableDefinition argument : document.arguments()) {
            JsonNode value = given.get(argument.getName());
            if ((value == null || value.isNull()) && argument.getDefaultValue() != null) {
                continue;
            }
            JsonNode coerced = COERCION.coerce(argument.getType(), value, argument.getName());
            if (coerced != null) {
                checked.set(argument.getName(), coerced);
            }
        }
        return checked;
    }

    /** Where a member excludes another, a blank one would be one too many. */
    private static boolean chooses(LeadIQOperation operation) {
        return operation.inputRule().filter(ExactlyOneOf.class::isInstance).isPresent();
    }

    private static boolean hasBlankText(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().isBlank();
        }
        for (JsonNode member : value) {
            if (hasBlankText(member)) {
                return true;
            }
        }
        return false;
    }

    /** An empty cell of a table is nothing to search by, and servers disagree on what an empty text means. */
    private static void removeBlankTexts(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> members = object.fields();
            while (members.hasNext()) {
                JsonNode member = members.next().getValue();
                if (member.isTextual() && member.textValue().isBlank()) {
                    members.remove();
                }
            }
        }
        value.forEach(RequestBuilder::removeBlankTexts);
    }
}
