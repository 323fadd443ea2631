/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The account, and how much of its requests is used. */
final class AccountResource {
    private final Portal portal;
    private final HubSpotLimits limits;
    private final long portalId;
    private final ZoneId timeZone;

    AccountResource(Portal portal, HubSpotLimits limits, long portalId, ZoneId timeZone) {
        this.portal = portal;
        this.limits = limits;
        this.portalId = portalId;
        this.timeZone = timeZone;
    }

    HttpAnswer details() {
        ZoneOffset offset = timeZone.getRules().getOffset(portal.now());
        return json(Map.of(
                "portalId",
                portalId,
                "accountType",
                "DEVELOPER_TEST",
                "timeZone",
                timeZone.getId(),
                "companyCurrency",
                "USD",
                "additionalCurrencies",
                List.of(),
                "utcOffset",
                offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId(),
                "utcOffsetMilliseconds",
                offset.getTotalSeconds() * 1_000L,
                "uiDomain",
                "app.hubspot.com",
                "dataHostingLocation",
                "na1"));
    }

    HttpAnswer dailyUsage() {
        return json(Map.of(
                "results",
                List.of(Map.of(
                        "name",
                        "private-apps-api-calls-daily",
                        "usageLimit",
                        limits.daily(),
                        "currentUsage",
                        limits.usedToday(),
                        "collectedAt",
                        portal.now().toString(),
                        "fetchStatus",
                        "SUCCESS",
                        "resetsAt",
                        limits.midnight().toString()))));
    }

    private static HttpAnswer json(Object body) {
        return HttpAnswer.json(200, JsonBodies.bytes(body));
    }
}
