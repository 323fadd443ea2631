/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import io.github.camelleadiq.client.LeadIQOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The packaged document of the lookup, which all peers send. */
final class PeerDocuments {

    static final String PATH = "io/github/camelleadiq/graphql/operations/searchPeople.graphql";
    static final String OPERATION = "SearchPeople";
    /** Without comments and indentation, as one who counts bytes would send it. */
    static final String COMPACT =
            text().replaceAll("(?m)#.*$", "").replaceAll("\\s+", " ").strip();

    private PeerDocuments() {}

    private static String text() {
        try (InputStream in = LeadIQOperation.class.getClassLoader().getResourceAsStream(PATH)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
