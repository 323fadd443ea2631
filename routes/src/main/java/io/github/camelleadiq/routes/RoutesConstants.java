/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

/** Headers between the routes of this module. */
public final class RoutesConstants {

    /** The CRM's name of the object that a body is about: {@code String}. */
    public static final String OBJECT_TYPE = "CamelLeadIQRoutesObjectType";

    /** The fields to read: {@code Collection<String>}. */
    public static final String FIELDS = "CamelLeadIQRoutesFields";

    /** Whether a description of an object that is remembered will not do, because it has proved wrong: {@code Boolean}. */
    public static final String DESCRIBE_AGAIN = "CamelLeadIQRoutesDescribeAgain";

    /** The run, such as a backfill, that records belong to: {@code String}. */
    public static final String RUN_ID = "CamelLeadIQRoutesRunId";

    private RoutesConstants() {}
}
