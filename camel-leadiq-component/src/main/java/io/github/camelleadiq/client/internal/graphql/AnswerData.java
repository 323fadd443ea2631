/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.PageState;
import java.util.List;

/**
 * A value of an answer, and what was seen on the way through it.
 *
 * @param json where it stands in the bytes
 * @param sales what was bought in it: its people in their order, then the companies that belong to none of them. Null
 *     where it is of a shape that cannot be counted.
 * @param page how much more there is
 */
public record AnswerData(JsonSlice json, List<Sale> sales, PageState page) {

    /** A value in which nothing was looked for. */
    static AnswerData of(JsonSlice json) {
        return new AnswerData(json, List.of(), PageState.UNKNOWN);
    }

    /** Neither the value nor the ids of people in it. */
    @Override
    public String toString() {
        return "AnswerData[" + json.length() + " bytes]";
    }
}
