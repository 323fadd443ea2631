/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQEndpoint;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.credit.CreditEstimate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** LeadIQ through the component: a list of questions as one exchange. */
public final class CamelLeadIQ implements LeadIQ {
    /** What a list of look-ups cost; set by the component once it keeps books. */
    static final String CREDITS = "CamelLeadIQCredits";

    /** A question that costs nothing and is about no record. */
    static final String USAGE = "usage";

    private static final Logger LOG = LoggerFactory.getLogger(CamelLeadIQ.class);
    private static final String KEY_OPTIONAL = "?apiKeyHeaderEnabled=true";

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
    public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
        try {
            return endpoint(operation).estimate(dataPoints, input).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LeadIQException known ? known : e;
        }
    }

    /** Where a route of somebody's own stands before it, the component's own options say what it costs. */
    private LeadIQEndpoint endpoint(String operation) {
        CamelContext context = template.getCamelContext();
        try {
            if (context.getEndpoint(uris.get(operation)) instanceof LeadIQEndpoint endpoint) {
                return endpoint;
            }
        } catch (RuntimeException e) {
            // an estimate needs no key; whoever asks is told what is wrong
            LOG.debug("{} cannot be made", operation, e);
        }
        return context.getEndpoint(LeadIQConstants.SCHEME + ":" + operation + KEY_OPTIONAL, LeadIQEndpoint.class);
    }

    @Override
    public boolean isWell() {
        return template.request(uris.get(USAGE), request -> {}).getException() == null;
    }

    private static Answers failed(Exception failure, int questions) {
        if (failure instanceof LeadIQException known) {
            return new Answers(Collections.nCopies(questions, new LookupResult(null, known)), BigDecimal.ZERO, true);
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
