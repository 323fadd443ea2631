/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.http.RawRequest;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which resource answers which request. */
public final class RestApi {
    private static final int FIRST_VERSION = 56;
    private static final int LAST_VERSION = 67;
    private static final Pattern VERSIONED = Pattern.compile("(/services/data/v(\\d{2,3})\\.0)(/.*)?");
    private static final Pattern CLIENT = Pattern.compile("client=([^,;\\s]+)");
    private static final String TOKEN = "/services/oauth2/token";
    private static final String REVOKE = "/services/oauth2/revoke";

    private final Logins logins;
    private final ApiUsage usage;
    private final String userId;
    private final List<Route> routes;

    private record Route(String method, Pattern path, RequestKind kind, Function<Call, HttpAnswer> resource) {
        private static Route of(String method, String path, RequestKind kind, Function<Call, HttpAnswer> resource) {
            return new Route(method, Pattern.compile(path + "/?"), kind, resource);
        }
    }

    /**
     * @param tooling what the Tooling API is asked about
     * @param pageSize most rows of a query in one answer
     */
    public RestApi(Org org, Org tooling, Logins logins, ApiUsage usage, int pageSize, String userId) {
        this.logins = logins;
        this.usage = usage;
        this.userId = userId;
        QueryResource query = new QueryResource(org, pageSize);
        QueryResource settings = new QueryResource(tooling, pageSize);
        CollectionsResource collections = new CollectionsResource(org);
        RecordResource records = new RecordResource(org);
        routes = List.of(
                Route.of("GET", "/query", RequestKind.QUERY, query::query),
                Route.of("GET", "/tooling/query", RequestKind.QUERY, settings::query),
                Route.of("GET", "/queryAll", RequestKind.QUERY, query::queryAll),
                Route.of("GET", "/query(?:All)?/(\\w+)-(\\d{1,9})", RequestKind.QUERY_MORE, query::more),
                Route.of("POST", "/composite/sobjects", RequestKind.WRITE, collections::create),
                Route.of("PATCH", "/composite/sobjects", RequestKind.WRITE, collections::update),
                Route.of("DELETE", "/composite/sobjects", RequestKind.WRITE, collections::delete),
                Route.of("POST", "/composite/sobjects/(\\w+)", RequestKind.RETRIEVE, collections::retrieve),
                Route.of("GET", "/composite/sobjects/(\\w+)", RequestKind.RETRIEVE, collections::retrieve),
                Route.of("GET", "/sobjects", RequestKind.DESCRIBE, records::list),
                Route.of("GET", "/sobjects/(\\w+)/describe", RequestKind.DESCRIBE, records::describe),
                Route.of("GET", "/sobjects/(\\w+)", RequestKind.DESCRIBE, records::basics),
                Route.of("POST", "/sobjects/(\\w+)", RequestKind.WRITE, records::create),
                Route.of("GET", "/sobjects/(\\w+)/(\\w+)", RequestKind.RETRIEVE, records::read),
                Route.of("PATCH", "/sobjects/(\\w+)/(\\w+)", RequestKind.WRITE, records::update),
                Route.of("DELETE", "/sobjects/(\\w+)/(\\w+)", RequestKind.WRITE, records::delete),
                Route.of("GET", "/limits", RequestKind.LIMITS, call -> limits()));
    }

    /** The name out of {@code Sforce-Call-Options}, or null. */
    public static String client(RawRequest request) {
        Matcher matcher = CLIENT.matcher(request.headers().getOrDefault("sforce-call-options", ""));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** What a request is about. */
    public RequestKind kind(RawRequest request) {
        if (request.path().startsWith("/services/oauth2/")) {
            return RequestKind.TOKEN;
        }
        Matcher versioned = VERSIONED.matcher(request.path());
        Route route = versioned.matches() ? route(request.method(), rest(versioned)) : null;
        return route == null ? RequestKind.OTHER : route.kind();
    }

    /** @param instance where the simulator is reached */
    public HttpAnswer serve(RawRequest request, String instance) {
        try {
            return dispatch(request, instance);
        } catch (RestException e) {
            return HttpAnswer.json(e.status(), e.body()).with("Sforce-Limit-Info", usage.header());
        }
    }

    private HttpAnswer dispatch(RawRequest request, String instance) {
        if (request.path().equals(TOKEN)) {
            return logins.token(request, instance);
        }
        if (request.path().equals(REVOKE)) {
            return logins.revoke(request);
        }
        if (request.path().matches("/services/data/?")) {
            return versions();
        }
        if (!logins.isAuthorized(request.header("authorization"))) {
            throw new RestException(401, "INVALID_SESSION_ID", "Session expired or invalid", List.of());
        }
        if (!usage.take()) {
            throw new RestException(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", List.of());
        }
        Matcher versioned = VERSIONED.matcher(request.path());
        if (!versioned.matches() || !isVersion(Integer.parseInt(versioned.group(2)))) {
            throw RestException.notFound();
        }
        Route route = route(request.method(), rest(versioned));
        if (route == null) {
            throw RestException.notFound();
        }
        String mediaType = request.mediaType();
        if (request.body().length > 0 && mediaType != null && !mediaType.equals("application/json")) {
            throw new RestException(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "MediaType of '" + mediaType + "' is not supported by this resource",
                    List.of());
        }
        Matcher path = route.path().matcher(rest(versioned));
        path.matches();
        return route.resource()
                .apply(new Call(request, versioned.group(1), path, userId))
                .with("Sforce-Limit-Info", usage.header());
    }

    private Route route(String method, String path) {
        return routes.stream()
                .filter(r -> r.method().equals(method) && r.path().matcher(path).matches())
                .findFirst()
                .orElse(null);
    }

    private static String rest(Matcher versioned) {
        return versioned.group(3) == null ? "" : versioned.group(3);
    }

    private static boolean isVersion(int version) {
        return version >= FIRST_VERSION && version <= LAST_VERSION;
    }

    private static HttpAnswer versions() {
        return HttpAnswer.json(
                200,
                JsonBodies.bytes(IntStream.rangeClosed(FIRST_VERSION, LAST_VERSION)
                        .mapToObj(v ->
                                Map.of("label", "Simulated", "url", "/services/data/v" + v + ".0", "version", v + ".0"))
                        .toList()));
    }

    private HttpAnswer limits() {
        int remaining = Math.max(0, usage.limit() - usage.used());
        Map<String, Object> plenty = Map.of("Max", 50_000, "Remaining", 50_000);
        return HttpAnswer.json(
                200,
                JsonBodies.bytes(Map.of(
                        "DailyApiRequests", Map.of("Max", usage.limit(), "Remaining", remaining),
                        "DailyStreamingApiEvents", plenty,
                        "DailyDeliveredPlatformEvents", plenty)));
    }
}
