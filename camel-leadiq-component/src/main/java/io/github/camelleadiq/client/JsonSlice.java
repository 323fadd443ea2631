/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.Arrays;

/**
 * A JSON value where it stands in the bytes of an answer, so that it is decoded once, and only into what is asked for.
 * The bytes are shared: they are not to be changed.
 */
public record JsonSlice(byte[] bytes, int offset, int length) {

    private static final int LENGTH_OF_NULL = 4;

    public boolean isNull() {
        return length == LENGTH_OF_NULL && bytes[offset] == 'n';
    }

    public boolean isObject() {
        return bytes[offset] == '{';
    }

    /** A copy of the value's own bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
