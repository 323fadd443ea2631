/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

/** Where the resources of one version of the API are: dated versions stand elsewhere in the path than {@code v3} does. */
record ApiPaths(String version) {
    static final String DATED = "2026-09";
    static final String V3 = "v3";

    ApiPaths {
        if (!version.equals(DATED) && !version.equals(V3)) {
            throw new IllegalArgumentException(
                    "The simulator has the versions " + DATED + " and " + V3 + ", not " + version);
        }
    }

    boolean isDated() {
        return version.equals(DATED);
    }

    /** Such as {@code /crm/objects/2026-09} and {@code /crm/v3/objects}. */
    String crm(String resource) {
        return isDated() ? "/crm/" + resource + "/" + version : "/crm/" + version + "/" + resource;
    }

    /** Associations with their labels came with the version 4 of old. */
    String associations() {
        return isDated() ? crm("associations") : "/crm/v4/associations";
    }

    /** Such as {@code /oauth/2026-09} and {@code /oauth/v3}. */
    String plain(String area) {
        return "/" + area + "/" + version;
    }
}
