/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.util.Map;

/** Definitions of properties. */
final class PropertiesResource {
    private static final String SENSITIVE = "sensitive";

    private final Portal portal;

    PropertiesResource(Portal portal) {
        this.portal = portal;
    }

    HttpAnswer list(HubSpotCall call) {
        CrmObject type = call.object();
        boolean archived = archived(call);
        boolean sensitive =
                call.raw().parameters().getOrDefault("dataSensitivity", "").equals(SENSITIVE);
        return json(Map.of(
                "results",
                portal.properties(type).stream()
                        .filter(p -> p.archived() == archived && p.sensitive() == sensitive)
                        .map(PortalProperty::view)
                        .toList()));
    }

    HttpAnswer get(HubSpotCall call) {
        PortalProperty found = portal.property(call.object(), call.group(2));
        if (found == null || found.archived() != archived(call)) {
            throw HubSpotException.of(404, "OBJECT_NOT_FOUND", "Property " + call.group(2) + " does not exist");
        }
        return json(found.view());
    }

    private static boolean archived(HubSpotCall call) {
        return Boolean.parseBoolean(call.raw().parameters().get("archived"));
    }

    private static HttpAnswer json(Object body) {
        return HttpAnswer.json(200, JsonBodies.bytes(body));
    }
}
