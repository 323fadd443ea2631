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
final class HubSpotApi {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:");

    private final Portal portal;
    private final HubSpotTokens tokens;
    private final List<Route> routes;

    private record Route(String method, Pattern path, Kind kind, Function<HubSpotCall, HttpAnswer> resource) {
        private static Route of(String method, String path, Kind kind, Function<HubSpotCall, HttpAnswer> resource) {
            return new Route(method, Pattern.compile(path + "/?"), kind, resource);
        }
    }

    HubSpotApi(ApiPaths paths, Portal portal, HubSpotTokens tokens, HubSpotFaults faults) {
        this.portal = portal;
        this.tokens = tokens;
        ObjectsResource objects = new ObjectsResource(portal, faults, paths.isDated() ? 200 : 207);
        PropertiesResource properties = new PropertiesResource(portal);
        routes = List.of(
                Route.of("POST", paths.crm("objects") + "/([\\w-]+)/batch/read", Kind.READ, objects::read),
                Route.of("POST", paths.crm("objects") + "/([\\w-]+)/batch/update", Kind.WRITE, objects::update),
                Route.of("GET", paths.crm("properties") + "/([\\w-]+)", Kind.PROPERTIES, properties::list),
                Route.of("GET", paths.crm("properties") + "/([\\w-]+)/(\\w+)", Kind.PROPERTIES, properties::get));
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
        try {
            return dispatch(raw);
        } catch (HubSpotException e) {
            return e.answer();
        }
    }

    private HttpAnswer dispatch(RawRequest raw) {
        Route route = route(raw);
        if (route == null) {
            throw HubSpotException.of(404, "OBJECT_NOT_FOUND", "No such resource, or not in this version");
        }
        Matcher path = route.path().matcher(raw.path());
        path.matches();
        Author author = tokens.author(raw.header("authorization"));
        if (raw.body().length > 0 && !"application/json".equals(raw.mediaType())) {
            throw HubSpotException.of(415, "VALIDATION_ERROR", "Unsupported media type");
        }
        synchronized (portal) {
            return route.resource().apply(new HubSpotCall(raw, path, author));
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
