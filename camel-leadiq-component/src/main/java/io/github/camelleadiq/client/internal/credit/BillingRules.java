/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.credit.Billing;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.credit.Purchase;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a contract bills: what a call can cost, which is what is asked for times how much of it can come back, and what was
 * bought in an answer.
 *
 * @param estimation what a call can cost
 * @param sold what was bought in an answer
 */
record BillingRules(Estimation estimation, Sold sold) {

    /** Says before a call what it can cost. */
    @FunctionalInterface
    interface Estimation {
        CreditEstimate of(PreparedCall call, PriceList prices);
    }

    /** Says what was bought in an answer. */
    @FunctionalInterface
    interface Sold {
        Purchase in(PreparedCall call, List<Sale> sales, PriceList prices, RecordHashes hashes, Instant now);
    }

    /** What a lookup returns at most where its input has no limit, and what is assumed where the caller gives none. */
    private static final int PAGE = 10;
    /** Present employers of a person at most, or past ones where they are asked for. */
    private static final int POSITIONS = 10;

    /**
     * How much an operation can return.
     *
     * @param limits members of the input whose product is the number of people; none if the input cannot limit it
     * @param people whether there are any people
     * @param companiesAtPlace companies at most in each place of a person that has any
     * @param lonePage whether there are companies besides, as many as the first limit or a page
     */
    private record Reach(List<String> limits, boolean people, int companiesAtPlace, boolean lonePage) {}

    private static final Map<LeadIQOperation, Reach> REACHES = Map.of(
            LeadIQOperation.SEARCH_PEOPLE, new Reach(List.of("limit"), true, POSITIONS, false),
            LeadIQOperation.FLAT_ADVANCED_SEARCH, new Reach(List.of("limit"), true, 1, false),
            LeadIQOperation.GROUPED_ADVANCED_SEARCH, new Reach(List.of("limit", "limitPerCompany"), true, 1, true),
            LeadIQOperation.MATCH_PROFILE, new Reach(List.of(), true, 1, true),
            LeadIQOperation.SEARCH_COMPANY, new Reach(List.of(), false, 0, true));

    private static final Map<Billing, BillingRules> RULES = Map.of(
            Billing.UNIVERSAL,
            new BillingRules(
                    BillingRules::universal,
                    (call, sales, prices, hashes, now) -> new UniversalPurchase(sales, prices, hashes, now)),
            Billing.PAGE,
            new BillingRules(
                    (call, prices) -> page(call),
                    (call, sales, prices, hashes, now) -> Purchase.of(pages(call, sales), false)));

    private static final Set<LeadIQOperation> SEARCHES =
            Set.of(LeadIQOperation.FLAT_ADVANCED_SEARCH, LeadIQOperation.GROUPED_ADVANCED_SEARCH);

    static BillingRules of(Billing billing) {
        return RULES.get(billing);
    }

    /** Whether the price list has anything to say about an operation. */
    static boolean isBilled(PreparedCall call) {
        return REACHES.containsKey(call.operation())
                && !call.document().dataPoints().isEmpty();
    }

    private static CreditEstimate universal(PreparedCall call, PriceList prices) {
        AnswerShape shape = call.document().answer();
        Reach reach = REACHES.get(call.operation());
        JsonNode input = call.variables().path("input");
        Set<DataPoint> points = call.document().dataPoints();
        int each = shape.companyPlacesOfPeople() * reach.companiesAtPlace();
        BigDecimal credits = BigDecimal.valueOf(people(reach, input)).multiply(eachPerson(points, each, prices));
        if (reach.lonePage()) {
            long companies = reach.limits().isEmpty()
                    ? PAGE
                    : limit(input, reach.limits().get(0));
            credits = credits.add(prices.company().multiply(BigDecimal.valueOf(shape.companyPlaces() * companies)));
        }
        BigDecimal company = points.contains(DataPoint.COMPANY) ? prices.company() : BigDecimal.ZERO;
        return new CreditEstimate(
                credits, missing(reach, input), reach.people() ? eachPerson(points, 1, prices) : company, company);
    }

    /** One credit for the call, and one for each mobile number, whatever the number of people. */
    private static CreditEstimate page(PreparedCall call) {
        Reach reach = REACHES.get(call.operation());
        JsonNode input = call.variables().path("input");
        boolean phone = call.document().dataPoints().contains(DataPoint.PHONE);
        long phones = phone ? people(reach, input) : 0;
        return new CreditEstimate(
                BigDecimal.valueOf(1 + phones),
                phone ? missing(reach, input) : null,
                BigDecimal.valueOf(phone && reach.people() ? 2 : 1),
                BigDecimal.ZERO);
    }

    private static BigDecimal eachPerson(Set<DataPoint> points, int companies, PriceList prices) {
        BigDecimal dear = points.contains(DataPoint.EMAIL) ? prices.email() : BigDecimal.ZERO;
        dear = points.contains(DataPoint.PHONE) ? dear.add(prices.phone()) : dear;
        dear = points.contains(DataPoint.COMPANY)
                ? dear.add(prices.company().multiply(BigDecimal.valueOf(companies)))
                : dear;
        return dear.max(prices.profile());
    }

    private static long people(Reach reach, JsonNode input) {
        if (!reach.people()) {
            return 0;
        }
        long people = reach.limits().isEmpty() ? PAGE : 1;
        for (String name : reach.limits()) {
            people *= limit(input, name);
        }
        return people;
    }

    private static long limit(JsonNode input, String name) {
        return isGiven(input, name) ? input.get(name).longValue() : PAGE;
    }

    private static String missing(Reach reach, JsonNode input) {
        for (String name : reach.limits()) {
            if (!isGiven(input, name)) {
                return "input." + name;
            }
        }
        return null;
    }

    private static boolean isGiven(JsonNode input, String name) {
        return input.path(name).isIntegralNumber() && input.get(name).longValue() >= 0;
    }

    /** A page costs whatever is on it, an exact match only if there is one, and a mobile number is extra. */
    private static BigDecimal pages(PreparedCall call, List<Sale> sales) {
        boolean showsMatches = call.operation() != LeadIQOperation.SEARCH_COMPANY
                || call.document().dataPoints().contains(DataPoint.COMPANY);
        boolean unmatched = showsMatches && sales.isEmpty() && !SEARCHES.contains(call.operation());
        long phones = sales.stream()
                .filter(sale -> sale.contact().contains(DataPoint.PHONE))
                .count();
        return BigDecimal.valueOf((unmatched ? 0 : 1) + phones);
    }
}
