/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The lists and tables in our jar, an entry a line; what follows a # is a comment. */
final class TextResource {
    private static final String FOLDER = "/io/github/camelleadiq/routes/text/";

    private TextResource() {}

    /** Words or phrases. */
    static Set<String> words(String name) {
        return Set.copyOf(lines(name));
    }

    /** Rows, whose cells are parted by bars. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> List.of(line.split("\\|"))).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = TextResource.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("Our jar lacks " + FOLDER + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> (line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#'))).strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
