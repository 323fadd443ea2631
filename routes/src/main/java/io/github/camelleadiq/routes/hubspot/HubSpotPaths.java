/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import java.util.Set;

/**
 * All paths of HubSpot's API, by the version that is configured. The shapes differ: from 2026 on the version stands behind
 * the name of the API, before that in front of it (HubSpot's developer documentation, "API versioning").
 */
final class HubSpotPaths {
    static final String CURRENT = "2026-09";
    static final String V3 = "v3";

    private final String version;

    /** @throws IllegalArgumentException if it is none of {@link #CURRENT} and {@link #V3} */
    HubSpotPaths(String version) {
        if (!Set.of(CURRENT, V3).contains(version)) {
            throw new IllegalArgumentException("apiVersion can be " + CURRENT + " or " + V3);
        }
        this.version = version;
    }

    String batchRead(String objectType) {
        return objects(objectType) + "/batch/read";
    }

    String batchUpdate(String objectType) {
        return objects(objectType) + "/batch/update";
    }

    String search(String objectType) {
        return objects(objectType) + "/search";
    }

    String properties(String objectType) {
        return crm("properties") + "/" + objectType;
    }

    /** Version 3 has them in a version of their own. */
    String associations(String from, String to) {
        String api = version.equals(V3) ? "/crm/v4/associations" : crm("associations");
        return api + "/" + from + "/" + to + "/batch/read";
    }

    String token() {
        return "/oauth/" + version + "/token";
    }

    private String objects(String objectType) {
        return crm("objects") + "/" + objectType;
    }

    private String crm(String api) {
        return version.equals(V3) ? "/crm/v3/" + api : "/crm/" + api + "/" + version;
    }
}
