/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** LeadIQ through the component: a list of questions as one exchange. */
public final class CamelLeadIQ implements LeadIQ {
    /** What a list of look-ups cost; set by the component once it keeps books. */
    static final String CREDITS = "CamelLeadIQCredits";

    /** A question that costs nothing and is about no record. */
    static final String USAGE = "usage";

    private final ProducerTemplate template;
    private final Map<String, String> uris;

    /** @param uris the endpoint for each operation */
    public CamelLeadIQ(ProducerTemplate template, Map<String, String> uris) {
        this.template = template;
        this.uris = Map.copyOf(uris);
    }

    @Override
    public Answers ask(String operation, String dataPoints, List<Map<String, Object>> inputs) {
        String uri = uris.get(operation);
        Exchange exchange = template.request(uri, request -> {
            request.getMessage().setBody(inputs);
            if (dataPoints != null) {
                request.getMessage().setHeader(LeadIQConstants.DATA_POINTS, dataPoints);
            }
        });
        if (exchange.getException() != null) {
            return failed(exchange.getException(), inputs.size());
        }
        Object body = exchange.getMessage().getBody();
        if (!(body instanceof List<?> list)
                || list.size() != inputs.size()
                || !list.stream().allMatch(LookupResult.class::isInstance)) {
            throw new IllegalStateException(uri + " did not answer a list of look-ups with a list of results");
        }
        BigDecimal credits = exchange.getMessage().getHeader(CREDITS, BigDecimal.class);
        Integer requests = exchange.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT, Integer.class);
        return new Answers(
                list.stream().map(LookupResult.class::cast).toList(),
                credits == null ? BigDecimal.ZERO : credits,
                requests == null || requests > 0);
    }

    @Override
    public boolean isWell() {
        return template.request(uris.get(USAGE), request -> {}).getException() == null;
    }

    private static Answers failed(Exception failure, int questions) {
        if (failure instanceof LeadIQException known) {
            return new Answers(
                    Collections.nCopies(
                            questions,
                            new LookupResult(null, known, io.github.camelleadiq.client.FailureScope.SERVICE, null)),
                    BigDecimal.ZERO,
                    true);
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
