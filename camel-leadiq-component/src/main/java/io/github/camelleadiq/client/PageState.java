/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much more there is after an answer.
 *
 * @param total the size of the whole list, or null when the server did not say
 * @param hasMore whether there is a further page, or null when the server did not say
 * @param cursor where the next page starts, or null
 */
public record PageState(Long total, Boolean hasMore, String cursor) {

    private static final PageState UNKNOWN = new PageState(null, null, null);
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads the few values that matter and skips over everything else. */
    static PageState read(Paging paging, JsonSlice data) {
        if (paging.equals(Paging.NONE) || data == null || data.isNull()) {
            return UNKNOWN;
        }
        Map<List<String>, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(data.bytes(), data.offset(), data.length())) {
            parser.nextToken();
            collect(parser, new ArrayDeque<>(), prefixes(paging), values);
        } catch (IOException e) {
            // the same bytes were read before
            throw new UncheckedIOException(e);
        }
        String total = values.get(paging.total());
        String hasMore = values.get(paging.hasMore());
        String cursor = values.get(paging.cursor());
        // lists that have only a next cursor end where it is null
        boolean cursorTells = paging.hasMore().isEmpty() && values.containsKey(paging.cursor());
        Boolean more =
                cursorTells ? Boolean.valueOf(cursor != null) : hasMore == null ? null : Boolean.valueOf(hasMore);
        return new PageState(
                total != null && total.matches("\\d{1,18}") ? Long.valueOf(total) : null,
                more,
                // the end of the last page is not the start of another
                Boolean.FALSE.equals(more) ? null : cursor);
    }

    private static Set<List<String>> prefixes(Paging paging) {
        Set<List<String>> prefixes = new HashSet<>();
        for (List<String> path : List.of(paging.total(), paging.hasMore(), paging.cursor())) {
            for (int length = 1; length <= path.size(); length++) {
                prefixes.add(path.subList(0, length));
            }
        }
        return prefixes;
    }

    private static void collect(
            JsonParser parser, Deque<String> path, Set<List<String>> wanted, Map<List<String>, String> values)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            path.addLast(parser.currentName());
            JsonToken value = parser.nextToken();
            List<String> here = List.copyOf(path);
            if (!wanted.contains(here)) {
                parser.skipChildren();
            } else if (value.isStructStart()) {
                collect(parser, path, wanted, values);
            } else {
                values.put(here, value == JsonToken.VALUE_NULL ? null : parser.getText());
            }
            path.removeLast();
        }
    }
}
