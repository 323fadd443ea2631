/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Collects the bytes of an answer up to a maximum, which holds for what comes over the wire and for what it unzips to. */
final class BoundedBody {

    private static final int USUAL = 8192;
    /** A server may announce what it never sends. */
    private static final int MOST_AT_ONCE = 65_536;

    private final int maximum;
    private byte[] bytes;
    private int length;

    /** @param announced how many bytes the server says that there are; negative when it does not */
    BoundedBody(int maximum, long announced) {
        this.maximum = maximum;
        this.bytes = new byte[announced < 0 ? USUAL : (int) Math.min(announced, MOST_AT_ONCE)];
    }

    void append(ByteBuffer source) throws ResponseTooLargeException {
        int added = source.remaining();
        if (added > maximum - length) {
            throw new ResponseTooLargeException(maximum);
        }
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(bytes.length * 2L, length + added)));
        }
        source.get(bytes, length, added);
        length += added;
    }

    /** @throws UnreadableResponseException when it is too large, or not the gzip that it should be */
    byte[] toBytes(String contentEncoding) throws UnreadableResponseException {
        if (!"gzip".equalsIgnoreCase(contentEncoding) && !"x-gzip".equalsIgnoreCase(contentEncoding) || length == 0) {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            byte[] plain = unzipped.readNBytes(maximum);
            if (unzipped.read() >= 0) {
                throw new ResponseTooLargeException(maximum);
            }
            return plain;
        } catch (UnreadableResponseException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableResponseException("the answer is not the gzip that it claims to be", e);
        }
    }
}
