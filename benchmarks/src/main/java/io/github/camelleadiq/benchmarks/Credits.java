/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.benchmarks.subject.LookupRoute;
import io.github.camelleadiq.model.SearchPeopleInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/**
 * What half-filled records cost, by the server's own meter.
 *
 * @param what     which data points were asked for
 * @param lookups  how many records were looked up
 * @param requests how many requests that took
 * @param credits  Universal Credits charged
 */
record Credits(String what, long lookups, long requests, BigDecimal credits) {

    private static final String NOTHING = "";
    private static final String ALL = "all";

    /**
     * Half of the records lack an email address, a fifth of these a phone number too; a quarter of all lack only the
     * company, and a quarter nothing.
     */
    private static final Map<String, IntFunction<String>> WAYS = ways();

    private static Map<String, IntFunction<String>> ways() {
        Map<String, IntFunction<String>> ways = new LinkedHashMap<>();
        ways.put("`dataPoints=all` for every record", i -> ALL);
        ways.put(
                "`dataPoints=all` for records that lack something",
                i -> missing(i).equals(NOTHING) ? NOTHING : ALL);
        ways.put("the data points that the record lacks", Credits::missing);
        return ways;
    }

    private static String missing(int record) {
        if (record % 10 == 0) {
            return "email,phone";
        }
        if (record % 2 == 0) {
            return "email";
        }
        return record % 4 == 1 ? "company" : NOTHING;
    }

    static List<Credits> run(SimulatorJvm server, int records) throws Exception {
        List<Credits> all = new ArrayList<>();
        for (Map.Entry<String, IntFunction<String>> way : WAYS.entrySet()) {
            server.reset();
            all.add(run(server, records, way.getKey(), way.getValue()));
        }
        return all;
    }

    private static Credits run(SimulatorJvm server, int records, String what, IntFunction<String> dataPoints)
            throws Exception {
        Map<String, List<SearchPeopleInput>> lists = new LinkedHashMap<>();
        IntStream.range(0, records)
                .filter(i -> !dataPoints.apply(i).equals(NOTHING))
                .forEach(i -> lists.computeIfAbsent(dataPoints.apply(i), points -> new ArrayList<>())
                        .add(SearchPeopleInput.builder()
                                .email("ada.sample" + i + "@example" + i + ".com")
                                .build()));
        try (LookupRoute route = new LookupRoute(server.url(), "", options -> options.setRequestsPerMinute(0))) {
            for (Map.Entry<String, List<SearchPeopleInput>> list : lists.entrySet()) {
                Exchange answer = route.send(list.getValue(), Map.of(LeadIQConstants.DATA_POINTS, list.getKey()))
                        .get(5, TimeUnit.MINUTES);
                if (answer.getException() != null
                        || answer.getMessage().getHeader(LeadIQConstants.FAILURE_COUNT, 0L, Long.class) > 0) {
                    throw new IllegalStateException("A lookup failed", answer.getException());
                }
            }
        }
        long lookups = lists.values().stream().mapToLong(List::size).sum();
        // one of them asks for the schema
        return new Credits(what, lookups, server.requests() - 1, server.credits());
    }
}
