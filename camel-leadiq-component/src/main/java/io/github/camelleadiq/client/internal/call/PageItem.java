/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import io.github.camelleadiq.client.JsonSlice;

/**
 * An item where it stands in the bytes of its page.
 *
 * @param json the item, or null when the server has left it out
 * @param cursor the position after it, or null when the server does not say
 */
public record PageItem(JsonSlice json, String cursor) {}
