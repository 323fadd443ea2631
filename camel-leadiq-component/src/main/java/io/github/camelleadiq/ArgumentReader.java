/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.VariableDefinition;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import io.github.camelleadiq.client.internal.schema.InputCoercion;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** Gathers an operation's arguments: options of the endpoint, then the body over them, then headers over both. */
final class ArgumentReader {

    private static final String INPUT = "input";
    private static final String BODY = "body";

    private static final Map<String, String> HEADER_OF_ARGUMENT = Map.of(
            "id", LeadIQConstants.ID,
            "listId", LeadIQConstants.LIST_ID,
            "uniqueOnly", LeadIQConstants.UNIQUE_ONLY,
            "first", LeadIQConstants.FIRST,
            "after", LeadIQConstants.AFTER,
            "limit", LeadIQConstants.LIMIT,
            "cursor", LeadIQConstants.CURSOR);

    private final OperationDocument document;
    private final boolean hasInput;
    /** Those of the headers that this operation has an argument for, by the argument. */
    private final Map<String, String> headers;

    private final ObjectNode options;

    /** @throws InvalidInputException when an option is not an argument, or not of its type */
    ArgumentReader(LeadIQOperation operation, Map<String, Object> arguments, Map<String, Object> input) {
        this.document = OperationDocument.of(operation);
        this.hasInput = document.argument(INPUT).isPresent();
        this.headers = HEADER_OF_ARGUMENT.entrySet().stream()
                .filter(entry -> document.argument(entry.getKey()).isPresent())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.options = options(arguments, input);
    }

    /** @throws InvalidInputException when body or headers cannot be read */
    ObjectNode read(Exchange exchange) {
        return read(exchange, exchange.getMessage().getBody());
    }

    /**
     * As {@link #read(Exchange)}, with an element of a list in place of the body.
     *
     * @throws InvalidInputException when it or the headers cannot be read
     */
    ObjectNode read(Exchange exchange, Object body) {
        ObjectNode arguments = options.deepCopy();
        ObjectNode further = readHeaders(exchange, exchange.getMessage());
        readBody(exchange, body, arguments, further);
        InputValues.merge(arguments, further);
        return arguments;
    }

    private void readBody(Exchange exchange, Object body, ObjectNode arguments, ObjectNode headers) {
        if (hasInput) {
            JsonNode value = InputValues.parse(exchange, body, BODY);
            // all arguments rather than the input itself: no input has a member of that name
            if (value instanceof ObjectNode whole && whole.has(INPUT)) {
                JsonNode input = whole.remove(INPUT);
                InputValues.merge(arguments, whole);
                mergeInput(arguments, input, INPUT);
            } else {
                mergeInput(arguments, value, BODY);
            }
            return;
        }
        Optional<String> missing =
                onlyRequired().filter(name -> !arguments.hasNonNull(name) && !headers.hasNonNull(name));
        if (missing.isPresent()) {
            readRequired(exchange, body, missing.get(), arguments);
        } else {
            readOptional(exchange, body, arguments);
        }
    }

    private boolean areArguments(Stream<String> names) {
        return names.allMatch(name -> document.argument(name).isPresent());
    }

    private static void mergeInput(ObjectNode arguments, JsonNode value, String path) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!(value instanceof ObjectNode object)) {
            throw new InvalidInputException(path, "is not an object with the members of the operation's input");
        }
        if (!(arguments.get(INPUT) instanceof ObjectNode)) {
            arguments.putObject(INPUT);
        }
        InputValues.merge((ObjectNode) arguments.get(INPUT), object);
    }

    /** The body of {@code leadiq:list} and the like is the id, or an object with the arguments. */
    private void readRequired(Exchange exchange, Object body, String name, ObjectNode arguments) {
        boolean raw = body instanceof byte[] || body instanceof InputStream || body instanceof StreamCache;
        Object plain = raw ? InputValues.text(InputValues.stream(exchange, body, BODY), BODY) : body;
        if (plain instanceof String text && !text.isBlank() && !startsWith(text, "{") && !startsWith(text, "\"")) {
            arguments.put(name, text.strip());
            return;
        }
        JsonNode value = InputValues.parse(exchange, plain, BODY);
        if (value instanceof ObjectNode object) {
            InputValues.merge(arguments, object);
        } else if (!value.isMissingNode() && !value.isNull()) {
            arguments.set(name, value);
        }
    }

    /** Operations that need nothing more take the body only if it is made for them; it is often from another step. */
    private void readOptional(Exchange exchange, Object body, ObjectNode arguments) {
        if (!document.arguments().isEmpty()
                && mayBeArguments(exchange, body)
                && InputValues.parse(exchange, body, BODY) instanceof ObjectNode object
                && areArguments(names(object))) {
            InputValues.merge(arguments, object);
        }
    }

    private boolean mayBeArguments(Exchange exchange, Object body) {
        if (body instanceof Map<?, ?> map) {
            return areArguments(map.keySet().stream().map(String::valueOf));
        }
        if (body instanceof StreamCache cache && cache.length() <= InputValues.MAXIMUM_BYTES) {
            String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, cache);
            cache.reset();
            return text != null && startsWith(text, "{");
        }
        return body instanceof String text && startsWith(text, "{")
                || body instanceof byte[] bytes && startsWith(new String(bytes, StandardCharsets.UTF_8), "{");
    }

    private static boolean startsWith(String text, String start) {
        return text.stripLeading().startsWith(start);
    }

    private static Stream<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false);
    }

    private Optional<String> onlyRequired() {
        List<String> required = document.arguments().stream()
                .filter(argument -> argument.getType() instanceof NonNullType && argument.getDefaultValue() == null)
                .map(VariableDefinition::getName)
                .toList();
        return required.size() == 1 ? Optional.of(required.get(0)) : Optional.empty();
    }

    private ObjectNode readHeaders(Exchange exchange, Message message) {
        String path = "header " + LeadIQConstants.ARGUMENTS;
        JsonNode further = InputValues.parse(exchange, message.getHeader(LeadIQConstants.ARGUMENTS), path);
        if (!further.isObject() && !further.isMissingNode() && !further.isNull()) {
            throw new InvalidInputException(path, "is not an object with arguments of the operation");
        }
        ObjectNode arguments = further instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        if (hasInput) {
            String inputPath = "header " + LeadIQConstants.INPUT;
            mergeInput(
                    arguments,
                    InputValues.parse(exchange, message.getHeader(LeadIQConstants.INPUT), inputPath),
                    inputPath);
        }
        headers.forEach((argument, header) -> {
            Object value = message.getHeader(header);
            if (value != null) {
                arguments.set(argument, headerValue(argument, value, header));
            }
        });
        return arguments;
    }

    /** Headers often come as text, from properties or simple expressions. */
    private JsonNode headerValue(String argument, Object value, String header) {
        return value instanceof String text
                ? new InputCoercion(Schemas.union()).coerceText(type(argument), text, "header " + header)
                : InputValues.tree(value, "header " + header);
    }

    private ObjectNode options(Map<String, Object> arguments, Map<String, Object> input) {
        InputCoercion coercion = new InputCoercion(Schemas.union());
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        arguments.forEach(
                (name, value) -> values.set(name, coercion.coerceText(type(name), String.valueOf(value), name)));
        if (!input.isEmpty() && !hasInput) {
            throw new InvalidInputException(INPUT, "is not an argument of this operation");
        }
        input.forEach((path, value) -> {
            List<String> members = Arrays.asList(path.split("\\.", -1));
            Type<?> type = coercion.typeAt(type(INPUT), members, INPUT);
            ObjectNode parent = values.withObject("/" + INPUT);
            for (String member : members.subList(0, members.size() - 1)) {
                parent = parent.withObject("/" + member);
            }
            parent.set(
                    members.get(members.size() - 1),
                    coercion.coerceText(type, String.valueOf(value), INPUT + "." + path));
        });
        return values;
    }

    private Type<?> type(String argument) {
        return document.argument(argument)
                .map(VariableDefinition::getType)
                .orElseThrow(() -> new InvalidInputException(
                        argument,
                        "is not an argument of this operation; there are "
                                + document.arguments().stream()
                                        .map(VariableDefinition::getName)
                                        .toList()));
    }
}
