/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.credit.BilledDataPoint;
import io.github.camelleadiq.simulator.credit.CreditMeter;
import io.github.camelleadiq.simulator.people.PeopleDirectory;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Plans and usage, and what concerns a single record: feedback and regeneration. All of it free. */
final class AccountOperations {
    /** What a plan without a limit claims to have. */
    private static final BigDecimal PLENTY = new BigDecimal(1_000_000);

    private static final Map<BilledDataPoint, String> NAMES = Map.of(
            BilledDataPoint.PROFILE, "Profile",
            BilledDataPoint.EMAIL, "PersonEmail",
            BilledDataPoint.PHONE, "PersonPhone",
            BilledDataPoint.COMPANY, "Company");

    static final Map<String, Operation> ALL = Map.of(
            "account", AccountOperations::account,
            "usage", AccountOperations::usage,
            "regenerate", AccountOperations::regenerate,
            "regeneratedTime", AccountOperations::regeneratedTime,
            "submitPersonFeedback", AccountOperations::feedback,
            "workatoToken", AccountOperations::workatoToken);

    private AccountOperations() {}

    private static Object account(DataFetchingEnvironment env, RequestScope scope) {
        MapOf costs = map(
                "sku",
                "Api",
                "costs",
                Arrays.stream(BilledDataPoint.values())
                        .map(p -> map(
                                "dataPoint", NAMES.get(p), "cost", wholeUnits(p.price()), "costInDecimals", p.price()))
                        .toList());
        MapOf plan = map("name", "Simulated plan", "product", "Universal", "status", "Active")
                .and("nextBillingPeriod", Instant.parse("2026-12-31T00:00:00Z"))
                .and("used", used(scope))
                .and("available", available(scope))
                .and("costs", List.of(costs));
        return map("plans", List.of(new Variant("UniversalPlan", plan)), "universalPlan", plan, "dataHubPlan", null);
    }

    private static Object usage(DataFetchingEnvironment env, RequestScope scope) {
        CreditMeter meter = scope.backend().meter();
        Map<BilledDataPoint, BigDecimal> spent = meter.byDataPoint(scope.key());
        MapOf universal = map("units", used(scope), "cap", used(scope) + available(scope));
        return map("universalUsage", List.of(universal), "trialUsage", List.of())
                .and("subscription", map("status", "Active"))
                .and(
                        "planUsage",
                        List.of(
                                planUsage(
                                        "Contact",
                                        "Standard",
                                        "ExactMatch",
                                        units(spent, BilledDataPoint.EMAIL, BilledDataPoint.PROFILE)),
                                planUsage("Company", "Standard", "ExactMatch", units(spent, BilledDataPoint.COMPANY)),
                                planUsage(
                                        "PremiumMobilePhone",
                                        "Premium",
                                        "PremiumMobile",
                                        units(spent, BilledDataPoint.PHONE))));
    }

    private static MapOf planUsage(String name, String type, String credit, int units) {
        return map("name", name, "usageType", type, "creditType", credit, "units", units, "cap", null)
                .and("billingType", "Prepaid")
                .and("trial", false);
    }

    /** How many were sold of these data points together. */
    private static int units(Map<BilledDataPoint, BigDecimal> spent, BilledDataPoint... points) {
        return Arrays.stream(points)
                .mapToInt(p -> spent.getOrDefault(p, BigDecimal.ZERO)
                        .divideToIntegralValue(p.price())
                        .intValue())
                .sum();
    }

    static int used(RequestScope scope) {
        return wholeUnits(scope.backend().meter().total(scope.key()));
    }

    static int available(RequestScope scope) {
        BigDecimal balance = scope.backend().meter().balance(scope.key());
        return (balance == null ? PLENTY : balance)
                .setScale(0, RoundingMode.FLOOR)
                .intValue();
    }

    private static int wholeUnits(BigDecimal credits) {
        return credits.setScale(0, RoundingMode.CEILING).intValue();
    }

    private static Object regenerate(DataFetchingEnvironment env, RequestScope scope) {
        SimPerson person = person(Operation.input(env));
        if (person == null) {
            return "NotFound";
        }
        Instant earlier = scope.account()
                .regenerated()
                .putIfAbsent(person.id(), scope.backend().clock().instant());
        return earlier == null ? "Started" : "InProgress";
    }

    private static Object regeneratedTime(DataFetchingEnvironment env, RequestScope scope) {
        SimPerson person = person(Operation.input(env));
        return map("time", person == null ? null : scope.account().regenerated().get(person.id()));
    }

    private static SimPerson person(Map<String, Object> input) {
        boolean byId = input.get("personId") != null;
        if (byId == (input.get("linkedinUrl") != null)) {
            throw new GraphQLRefusal(400, "Exactly one of personId and linkedinUrl is needed");
        }
        return byId
                ? PeopleDirectory.byId((String) input.get("personId"))
                : PeopleDirectory.byLinkedin((String) input.get("linkedinUrl"), null);
    }

    private static Object feedback(DataFetchingEnvironment env, RequestScope scope) {
        return "feedback-" + Integer.toHexString(Operation.input(env).hashCode());
    }

    private static Object workatoToken(DataFetchingEnvironment env, RequestScope scope) {
        String domain = env.getArgument("orgDomainUrl");
        return domain.contains("unknown.example")
                ? new Variant("WorkatoTokenResponseFailure", map("message", "No such organisation"))
                : new Variant(
                        "WorkatoTokenResponseSuccess",
                        map("token", "simulated-token", "customerAccountId", "1", "apiKey", null));
    }
}
