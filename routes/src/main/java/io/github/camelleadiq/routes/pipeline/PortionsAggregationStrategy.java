/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** Puts the portions of a {@link Batch} together again when each has gone through the steps; named by the template leadiq-steps. */
public final class PortionsAggregationStrategy implements AggregationStrategy {
    @Override
    public Exchange aggregate(Exchange before, Exchange portion) {
        if (portion.getException() == null && isInterrupted(portion)) {
            // an error handler of the context has taken the exception: the batch has failed all the same
            portion.setException(new IllegalStateException(
                    "A step gave no Batch, or not to its end",
                    portion.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)));
        }
        if (before == null || portion.getException() != null) {
            return portion;
        }
        Batch joined = before.getMessage().getBody(Batch.class);
        List<RecordContext> items = new ArrayList<>(joined.items());
        items.addAll(portion.getMessage().getBody(Batch.class).items());
        portion.getMessage().setBody(joined.with(items));
        return portion;
    }

    private static boolean isInterrupted(Exchange portion) {
        return !(portion.getMessage().getBody() instanceof Batch batch)
                || portion.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null
                        && batch.open().findAny().isPresent();
    }
}
