/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.internal.call.CallResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;

/** What the server tells of the account, for free: prices, and whether credits are left. */
final class Balance {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, DataPoint> PRICED = Map.of(
            "Profile", DataPoint.PROFILE,
            "PersonEmail", DataPoint.EMAIL,
            "PersonPhone", DataPoint.PHONE,
            "Company", DataPoint.COMPANY);

    private final FreeCalls free;

    Balance(FreeCalls free) {
        this.free = free;
    }

    /** The prices of the contract for the API; what the server does not tell stays as it is. */
    CompletableFuture<PriceList> prices(PriceList current, CallOptions options) {
        return ask(LeadIQOperation.ACCOUNT, options).thenApply(account -> current.with(prices(account)));
    }

    /** Whether there are credits. A server that does not tell is taken to have some: a refusal costs nothing. */
    CompletableFuture<Boolean> hasCredits(CallOptions options) {
        return ask(LeadIQOperation.ACCOUNT, options)
                .thenApply(account -> account.path("universalPlan").path("available"))
                .exceptionally(Balance::nothingIfNotTold)
                .thenCompose(available -> available.isNumber()
                        ? CompletableFuture.completedFuture(
                                available.decimalValue().signum() > 0)
                        : ask(LeadIQOperation.USAGE, options)
                                .exceptionally(Balance::nothingIfNotTold)
                                .thenApply(Balance::isAnythingLeft));
    }

    private CompletableFuture<JsonNode> ask(LeadIQOperation operation, CallOptions options) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return free.call(operation, none, options).thenApply(CallResult::data).thenApply(Balance::tree);
    }

    private static Map<DataPoint, BigDecimal> prices(JsonNode account) {
        Map<DataPoint, BigDecimal> prices = new EnumMap<>(DataPoint.class);
        for (JsonNode sku : account.path("universalPlan").path("costs")) {
            if (sku.path("sku").asText().equals("Api")) {
                for (JsonNode cost : sku.path("costs")) {
                    DataPoint point = PRICED.get(cost.path("dataPoint").asText());
                    if (point != null && cost.hasNonNull("costInDecimals")) {
                        prices.put(
                                point, new BigDecimal(cost.get("costInDecimals").asText()));
                    }
                }
            }
        }
        return prices;
    }

    private static boolean isAnythingLeft(JsonNode usage) {
        JsonNode counts =
                usage.path("universalUsage").isEmpty() ? usage.path("planUsage") : usage.path("universalUsage");
        return StreamSupport.stream(counts.spliterator(), false)
                .filter(count -> count.hasNonNull("cap"))
                .map(count -> count.get("units").asLong() < count.get("cap").asLong())
                .reduce(Boolean::logicalOr)
                .orElse(true);
    }

    /** A server that does not offer it, or not with this key, will not tell later either. */
    private static JsonNode nothingIfNotTold(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LeadIQInvalidRequestException
                || cause instanceof LeadIQGraphQLException
                || cause instanceof LeadIQAuthenticationException) {
            return JsonNodeFactory.instance.missingNode();
        }
        throw new CompletionException(cause);
    }

    private static JsonNode tree(JsonSlice json) {
        try {
            return MAPPER.readTree(json.bytes(), json.offset(), json.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
