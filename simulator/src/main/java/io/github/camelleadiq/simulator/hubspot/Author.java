/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

/**
 * Who makes a change.
 *
 * @param source   {@code CRM_UI}, {@code INTEGRATION}, {@code MERGE_OBJECTS}
 * @param sourceId {@code userId:...} for a person, the id of the app for an integration
 * @param userId   the person, or null
 * @param past     whether it has always been so: no event
 */
record Author(String source, String sourceId, Integer userId, boolean past) {
    static Author person(int userId) {
        return new Author("CRM_UI", "userId:" + userId, userId, false);
    }

    static Author app(long appId) {
        return new Author("INTEGRATION", String.valueOf(appId), null, false);
    }

    static Author importer() {
        return new Author("IMPORT", "import", null, true);
    }
}
