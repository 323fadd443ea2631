/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.Paging.Items;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the items of a page in one pass over its bytes, without decoding them. */
public final class PageItemsReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final Items items;
    private final JsonSlice data;
    private final List<PageItem> found = new ArrayList<>();

    private PageItemsReader(Items items, JsonSlice data) {
        this.items = items;
        this.data = data;
    }

    /** The items in the order of the page; none where the list, or anything around it, is missing or null. */
    public static List<PageItem> read(Items items, JsonSlice data) {
        PageItemsReader reader = new PageItemsReader(items, data);
        try (JsonParser parser = JSON.createParser(data.bytes(), data.offset(), data.length())) {
            parser.nextToken();
            reader.descend(parser, 0);
        } catch (IOException e) {
            // the same bytes were read before
            throw new UncheckedIOException(e);
        }
        return List.copyOf(reader.found);
    }

    private void descend(JsonParser parser, int depth) throws IOException {
        if (depth == items.path().size()) {
            readList(parser);
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(items.path().get(depth));
            parser.nextToken();
            if (wanted) {
                descend(parser, depth + 1);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readList(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean isEdge = items.haveCursors() && parser.currentToken() == JsonToken.START_OBJECT;
            found.add(isEdge ? edge(parser) : new PageItem(slice(parser), null));
        }
    }

    private PageItem edge(JsonParser parser) throws IOException {
        JsonSlice node = null;
        String cursor = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(items.node())) {
                node = slice(parser);
            } else if (name.equals(Items.CURSOR) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                cursor = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return new PageItem(node, cursor);
    }

    /** Null for the JSON null. */
    private JsonSlice slice(JsonParser parser) throws IOException {
        int start = data.offset() + (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        int end = data.offset() + (int) parser.currentLocation().getByteOffset();
        JsonSlice slice = new JsonSlice(data.bytes(), start, end - start);
        return slice.isNull() ? null : slice;
    }
}
