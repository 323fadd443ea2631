/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQEndpoint;
import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.credit.CreditEstimate;
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
    public List<LookupResult> ask(String operation, List<LookupRequest> questions) {
        String uri = uris.get(operation);
        Exchange exchange =
                template.request(uri, request -> request.getMessage().setBody(questions));
        if (exchange.getException() != null) {
            return failed(exchange.getException(), questions.size());
        }
        Object body = exchange.getMessage().getBody();
        if (!(body instanceof List<?> list)
                || list.size() != questions.size()
                || !list.stream().allMatch(LookupResult.class::isInstance)) {
            throw new IllegalStateException(uri + " did not answer a list of look-ups with a list of results");
        }
        return list.stream().map(LookupResult.class::cast).toList();
    }

    @Override
    public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
        try {
            return endpoint(operation).estimate(dataPoints, input).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LeadIQException known ? known : e;
        }
    }

    /** Where a route of the user's own stands before it, the component's own options say what it costs. */
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

    /** What fails as a whole is not about one of them. */
    private static List<LookupResult> failed(Exception failure, int questions) {
        if (failure instanceof LeadIQException known) {
            return Collections.nCopies(questions, new LookupResult(null, known, FailureScope.SERVICE, null));
        }
        throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
