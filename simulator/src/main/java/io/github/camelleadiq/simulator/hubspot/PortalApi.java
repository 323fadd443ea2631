/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.hubspot.HubSpotRequest.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which resource answers which request. */
final class PortalApi {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:");

    private final Portal portal;
    private final HubSpotTokens tokens;
    private final HubSpotLimits limits;
    private final HubSpotContract contract = new HubSpotContract();
    private final List<Route> routes;

    private record Route(
            String operation, String method, Pattern path, Kind kind, Function<HubSpotCall, HttpAnswer> resource) {
        private static Route of(
                String operation, String method, String path, Kind kind, Function<HubSpotCall, HttpAnswer> resource) {
            return new Route(operation, method, Pattern.compile(path + "/?"), kind, resource);
        }
    }

    PortalApi(HubSpotConfig config, Portal portal, HubSpotTokens tokens, HubSpotLimits limits, HubSpotFaults faults) {
        this.portal = portal;
        this.tokens = tokens;
        this.limits = limits;
        ApiPaths paths = config.paths();
        int partialStatus = paths.isDated() ? 200 : 207;
        ObjectsResource objects = new ObjectsResource(portal, faults, partialStatus);
        SearchResource search = new SearchResource(portal, config.indexLag());
        PropertiesResource properties = new PropertiesResource(portal);
        AssociationsResource associations = new AssociationsResource(portal, partialStatus);
        AccountResource account = new AccountResource(portal, limits, config.portalId(), config.timeZone());
        String type = "/([\\w-]+)";
        routes = List.of(
                Route.of("readBatch", "POST", paths.crm("objects") + type + "/batch/read", Kind.READ, objects::read),
                Route.of(
                        "updateBatch",
                        "POST",
                        paths.crm("objects") + type + "/batch/update",
                        Kind.WRITE,
                        objects::update),
                Route.of("search", "POST", paths.crm("objects") + type + "/search", Kind.SEARCH, search::search),
                Route.of("listProperties", "GET", paths.crm("properties") + type, Kind.PROPERTIES, properties::list),
                Route.of(
                        "getProperty",
                        "GET",
                        paths.crm("properties") + type + "/(\\w+)",
                        Kind.PROPERTIES,
                        properties::get),
                Route.of(
                        "readAssociations",
                        "POST",
                        paths.associations() + "/(contacts|0-1)/(companies|0-2)/batch/read",
                        Kind.ASSOCIATIONS,
                        associations::read),
                Route.of(
                        "getAccount",
                        "GET",
                        paths.plain("account-info") + "/details",
                        Kind.ACCOUNT,
                        call -> account.details()),
                Route.of(
                        "getDailyUsage",
                        "GET",
                        paths.plain("account-info") + "/api-usage/daily/private-apps",
                        Kind.ACCOUNT,
                        call -> account.dailyUsage()),
                Route.of("refreshToken", "POST", paths.plain("oauth") + "/token", Kind.TOKEN, null),
                // what clients of 2026 still use, until 2027-02-16
                Route.of("refreshToken", "POST", "/oauth/v1/token", Kind.TOKEN, null));
    }

    /** Why requests were not such as HubSpot takes, or answers such as HubSpot gives. */
    HubSpotContract contract() {
        return contract;
    }

    /** What is noted of a request. */
    HubSpotRequest note(RawRequest raw) {
        Route route = route(raw);
        Kind kind = route == null ? Kind.OTHER : route.kind();
        int inputs = kind == Kind.READ || kind == Kind.WRITE || kind == Kind.ASSOCIATIONS
                ? (int) ID.matcher(raw.text()).results().count()
                : 0;
        return new HubSpotRequest(kind, raw.method(), raw.path(), inputs);
    }

    HttpAnswer serve(RawRequest raw) {
        Route route = route(raw);
        if (route == null) {
            return HubSpotException.of(404, "OBJECT_NOT_FOUND", "No such resource, or not in this version")
                    .answer();
        }
        HttpAnswer answer;
        try {
            answer = dispatch(route, raw);
        } catch (HubSpotException e) {
            answer = e.answer();
        }
        contract.checkAnswer(route.operation(), answer);
        return answer;
    }

    private HttpAnswer dispatch(Route route, RawRequest raw) {
        if (route.kind() == Kind.TOKEN) {
            return tokens.grant(raw);
        }
        Matcher path = route.path().matcher(raw.path());
        path.matches();
        Author author = tokens.author(raw.header("authorization"));
        HttpAnswer refusal = limits.refusal(route.kind());
        if (refusal != null) {
            return refusal;
        }
        if (raw.body().length > 0 && !"application/json".equals(raw.mediaType())) {
            throw HubSpotException.of(415, "VALIDATION_ERROR", "Unsupported media type");
        }
        contract.checkRequest(route.operation(), raw.body());
        return limits.headers(route.kind(), answer(route, new HubSpotCall(raw, path, author)));
    }

    private HttpAnswer answer(Route route, HubSpotCall call) {
        // a batch is one change of the portal
        synchronized (portal) {
            try {
                return route.resource().apply(call);
            } catch (HubSpotException e) {
                if (e.isMalformed()) {
                    contract.refused(route.operation(), e.getMessage());
                }
                return e.answer();
            }
        }
    }

    private Route route(RawRequest raw) {
        return routes.stream()
                .filter(r -> r.method().equals(raw.method())
                        && r.path().matcher(raw.path()).matches())
                .findFirst()
                .orElse(null);
    }
}
