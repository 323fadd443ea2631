/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.Paging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Reads the few values that matter, and no further than where the last of them stands. */
    public static PageState read(Paging paging, JsonSlice data) {
        List<List<String>> paths = Stream.of(paging.total(), paging.hasMore(), paging.cursor())
                .filter(path -> !path.isEmpty())
                .toList();
        if (paths.isEmpty() || data == null || data.isNull()) {
            return UNKNOWN;
        }
        Map<List<String>, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(data.bytes(), data.offset(), data.length())) {
            parser.nextToken();
            collect(parser, 0, paths, paths.size(), values);
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

    /**
     * Reads what stands at the paths.
     *
     * @param depth how many members of the paths lead to where the parser is
     * @return whether to read on, because not all is found yet
     */
    private static boolean collect(
            JsonParser parser, int depth, List<List<String>> paths, int wanted, Map<List<String>, String> values)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return true;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<List<String>> here = along(paths, depth, parser.currentName());
            JsonToken value = parser.nextToken();
            if (here.isEmpty()) {
                parser.skipChildren();
            } else if (value.isStructStart()) {
                if (!collect(parser, depth + 1, here, wanted, values)) {
                    return false;
                }
            } else {
                String text = value == JsonToken.VALUE_NULL ? null : parser.getText();
                here.stream().filter(path -> path.size() == depth + 1).forEach(path -> values.put(path, text));
                if (values.size() == wanted) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<List<String>> along(List<List<String>> paths, int depth, String name) {
        List<List<String>> along = new ArrayList<>(paths.size());
        for (List<String> path : paths) {
            if (path.size() > depth && path.get(depth).equals(name)) {
                along.add(path);
            }
        }
        return along;
    }
}
