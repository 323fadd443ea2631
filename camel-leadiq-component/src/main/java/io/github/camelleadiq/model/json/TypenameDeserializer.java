/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Map;

/**
 * Reads a member of a union, chosen by {@code __typename}, wherever in the object it stands. An unknown name, or none, is
 * read as the union's record for the unknown. (Jackson's own type information would have the members inherit the need of
 * a name, and some of them are the types of plain fields too.)
 *
 * @param <T> the union
 */
public abstract class TypenameDeserializer<T> extends StdDeserializer<T> {
    private static final String TYPENAME = "__typename";

    private final Class<T> union;
    private final Class<? extends T> unknownType;
    private final Map<String, Class<? extends T>> memberTypes;

    protected TypenameDeserializer(
            Class<T> union, Class<? extends T> unknownType, Map<String, Class<? extends T>> memberTypes) {
        super(union);
        this.union = union;
        this.unknownType = unknownType;
        this.memberTypes = memberTypes;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return union.cast(context.handleUnexpectedToken(union, parser));
        }
        try (TokenBuffer object = context.bufferAsCopyOfValue(parser)) {
            String typename;
            try (JsonParser names = object.asParserOnFirstToken()) {
                typename = typename(names);
            }
            try (JsonParser fields = object.asParserOnFirstToken()) {
                return context.readValue(fields, memberType(typename));
            }
        }
    }

    private Class<? extends T> memberType(String typename) {
        // the map refuses null
        Class<? extends T> memberType = typename == null ? null : memberTypes.get(typename);
        return memberType == null ? unknownType : memberType;
    }

    /** The name in the object that the parser stands on, or null. */
    private static String typename(JsonParser object) throws IOException {
        for (String name = object.nextFieldName(); name != null; name = object.nextFieldName()) {
            JsonToken value = object.nextToken();
            if (name.equals(TYPENAME)) {
                return value == JsonToken.VALUE_STRING ? object.getText() : null;
            }
            object.skipChildren();
        }
        return null;
    }
}
