/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import org.apache.camel.spi.Metadata;

/** The headers of the component. All start with {@code Camel}, so that no header filter lets them out. */
public final class LeadIQConstants {

    public static final String SCHEME = "leadiq";

    // ---- read from the message ----

    @Metadata(
            label = "producer",
            description = "Further members of the operation's input: an input record, a Map or JSON. They win over the"
                    + " body, which wins over the endpoint's input options.",
            javaType = "Object")
    public static final String INPUT = "CamelLeadIQInput";

    @Metadata(
            label = "producer",
            description = "Arguments of the operation by name, for those that have no header of their own.",
            javaType = "Map<String, Object>")
    public static final String ARGUMENTS = "CamelLeadIQArguments";

    @Metadata(label = "producer", description = "The argument id.", javaType = "String")
    public static final String ID = "CamelLeadIQId";

    @Metadata(label = "producer", description = "The argument listId.", javaType = "String")
    public static final String LIST_ID = "CamelLeadIQListId";

    @Metadata(label = "producer", description = "The argument uniqueOnly.", javaType = "Boolean")
    public static final String UNIQUE_ONLY = "CamelLeadIQUniqueOnly";

    @Metadata(label = "producer", description = "The argument first: the size of a page.", javaType = "Integer")
    public static final String FIRST = "CamelLeadIQFirst";

    @Metadata(label = "producer", description = "The argument after: where the page starts.", javaType = "String")
    public static final String AFTER = "CamelLeadIQAfter";

    @Metadata(label = "producer", description = "The argument limit: the size of a page.", javaType = "Integer")
    public static final String LIMIT = "CamelLeadIQLimit";

    @Metadata(label = "producer", description = "The argument cursor: where the page starts.", javaType = "String")
    public static final String CURSOR = "CamelLeadIQCursor";

    @Metadata(
            label = "producer",
            description = "The data points to ask for, in place of the endpoint's: profile, email, phone, company,"
                    + " separated by commas, or all.",
            javaType = "String")
    public static final String DATA_POINTS = "CamelLeadIQDataPoints";

    @Metadata(
            label = "producer",
            description = "The GraphQL selection to ask for, in place of the endpoint's.",
            javaType = "String")
    public static final String FIELDS = "CamelLeadIQFields";

    @Metadata(
            label = "producer",
            description =
                    "Whether to ask LeadIQ even if the answer is in the cache, for example after regenerate. The new"
                            + " answer replaces the kept one.",
            javaType = "Boolean")
    public static final String CACHE_BYPASS = "CamelLeadIQCacheBypass";

    @Metadata(
            label = "producer security",
            description = "The API key for this message. Only read when apiKeyHeaderEnabled is true; removed from the"
                    + " message once read.",
            javaType = "String")
    public static final String API_KEY = "CamelLeadIQApiKey";

    // ---- written to the message ----

    @Metadata(label = "producer", description = "The name of the operation that ran.", javaType = "String")
    public static final String OPERATION = "CamelLeadIQOperation";

    @Metadata(label = "producer", description = "The size of the whole list, if the server said it.", javaType = "Long")
    public static final String TOTAL = "CamelLeadIQTotal";

    @Metadata(
            label = "producer",
            description = "Whether there is a further page, if the server said it.",
            javaType = "Boolean")
    public static final String HAS_MORE = "CamelLeadIQHasMore";

    @Metadata(label = "producer", description = "Where the next page starts, if there is one.", javaType = "String")
    public static final String NEXT_CURSOR = "CamelLeadIQNextCursor";

    @Metadata(
            label = "producer",
            description = "With paging=stream or all: how many items of the list are before the place to go on from."
                    + " For operations whose pages start at input.skip.",
            javaType = "Integer")
    public static final String NEXT_OFFSET = "CamelLeadIQNextOffset";

    @Metadata(
            label = "producer",
            description =
                    "Requests that the answer took, repetitions included. 0 when it was in the cache, or came with"
                            + " another message's.",
            javaType = "Integer")
    public static final String REQUEST_COUNT = "CamelLeadIQRequestCount";

    @Metadata(label = "producer", description = "Whether the whole answer was in the cache.", javaType = "Boolean")
    public static final String CACHE_HIT = "CamelLeadIQCacheHit";

    @Metadata(
            label = "producer",
            description = "How many lookups of a list failed; each says why in its result.",
            javaType = "Long")
    public static final String FAILURE_COUNT = "CamelLeadIQFailureCount";

    @Metadata(
            label = "producer",
            description = "What the server adds to its answer as a whole.",
            javaType = "Map<String, Object>")
    public static final String EXTENSIONS = "CamelLeadIQExtensions";

    @Metadata(
            label = "producer",
            description = "The errors that came with the data, when partialData is keep.",
            javaType = "List<io.github.camelleadiq.client.GraphQLError>")
    public static final String ERRORS = "CamelLeadIQErrors";

    @Metadata(
            label = "producer",
            description = "What was asked for and this server does not have, as Type.field.",
            javaType = "List<String>")
    public static final String DROPPED_FIELDS = "CamelLeadIQDroppedFields";

    @Metadata(
            label = "producer",
            description = "What the call could have cost at most, in credits. Absent when nothing was to be paid.",
            javaType = "java.math.BigDecimal")
    public static final String ESTIMATED_CREDITS = "CamelLeadIQEstimatedCredits";

    @Metadata(
            label = "producer",
            description = "What the call cost, in credits, by what came back. Absent when nothing was to be paid.",
            javaType = "java.math.BigDecimal")
    public static final String CREDITS = "CamelLeadIQCredits";

    @Metadata(
            label = "producer",
            description = "What the cost is made of, where it is not nothing.",
            javaType = "Map<io.github.camelleadiq.client.DataPoint, java.math.BigDecimal>")
    public static final String CREDITS_BY_DATA_POINT = "CamelLeadIQCreditsByDataPoint";

    private LeadIQConstants() {}
}
