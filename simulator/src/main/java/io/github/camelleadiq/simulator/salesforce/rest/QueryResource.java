/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.soql.Parser;
import io.github.camelleadiq.simulator.salesforce.soql.QueryRunner;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlException;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries, page by page. */
final class QueryResource {
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d{1,5})");
    private static final int LEAST = 200;
    private static final int CURSORS = 50;

    private final QueryRunner runner;
    private final int pageSize;
    private final Map<String, QueryRunner.Result> cursors = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, QueryRunner.Result> eldest) {
            return size() > CURSORS;
        }
    };
    private long lastCursor;

    QueryResource(Org org, int pageSize) {
        this.runner = new QueryRunner(org);
        this.pageSize = pageSize;
    }

    HttpAnswer query(Call call) {
        return query(call, false);
    }

    HttpAnswer queryAll(Call call) {
        return query(call, true);
    }

    /** The path holds cursor and offset. */
    HttpAnswer more(Call call) {
        QueryRunner.Result result;
        synchronized (cursors) {
            result = cursors.get(call.group(1));
        }
        int from = Integer.parseInt(call.group(2));
        if (result == null || from > result.rows().size()) {
            throw new RestException(400, "INVALID_QUERY_LOCATOR", "invalid query locator", List.of());
        }
        return page(call, result, call.group(1), from);
    }

    private HttpAnswer query(Call call, boolean deleted) {
        String text = call.raw().parameters().get("q");
        if (text == null) {
            throw new RestException(400, "MALFORMED_QUERY", "A query string has to be specified", List.of());
        }
        try {
            SoqlQuery query = Parser.parse(text);
            QueryRunner.Result result = runner.run(query, deleted);
            if (query.count()) {
                return answer(result.rows().size(), true, null, List.of());
            }
            if (!query.counts().isEmpty()) {
                return answer(1, true, null, List.of(runner.counted(result)));
            }
            return page(call, result, null, 0);
        } catch (SoqlException e) {
            throw new RestException(400, e.errorCode(), e.getMessage(), List.of());
        }
    }

    private HttpAnswer page(Call call, QueryRunner.Result result, String knownCursor, int from) {
        int size = result.rows().size();
        int to = Math.min(size, from + pageSize(call));
        String next = null;
        if (to < size) {
            next = call.base() + "/query/" + (knownCursor == null ? open(result) : knownCursor) + "-" + to;
        }
        return answer(size, next == null, next, runner.render(result, from, to, call.base()));
    }

    private String open(QueryRunner.Result result) {
        synchronized (cursors) {
            String cursor = String.format("01g5i%010dAAA", ++lastCursor);
            cursors.put(cursor, result);
            return cursor;
        }
    }

    private int pageSize(Call call) {
        String options = call.raw().header("sforce-query-options");
        Matcher matcher = options == null ? null : BATCH_SIZE.matcher(options);
        return matcher != null && matcher.find()
                ? Math.min(pageSize, Math.max(LEAST, Integer.parseInt(matcher.group(1))))
                : pageSize;
    }

    private static HttpAnswer answer(int total, boolean done, String next, List<Map<String, Object>> records) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("totalSize", total);
        answer.put("done", done);
        if (next != null) {
            answer.put("nextRecordsUrl", next);
        }
        answer.put("records", records);
        return HttpAnswer.json(200, JsonBodies.bytes(answer));
    }
}
