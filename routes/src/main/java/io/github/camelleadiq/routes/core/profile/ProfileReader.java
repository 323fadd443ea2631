/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads profiles from YAML. */
public final class ProfileReader {
    private static final String SHIPPED = "/io/github/camelleadiq/routes/profiles/";

    private ProfileReader() {}

    /**
     * Reads a profile from text.
     *
     * @param file what errors call it
     * @throws ProfileException with everything that is wrong with it
     */
    public static EnrichmentProfile read(String file, String yaml) {
        Problems problems = new Problems(file);
        Optional<Node> root = Yaml.compose(yaml, problems);
        EnrichmentProfile profile =
                root.map(node -> new ProfileParser(problems).parse(node)).orElse(null);
        problems.throwIfAny();
        return profile;
    }

    /**
     * Reads a profile from a file in UTF-8, and no more of it than a profile may have.
     *
     * @throws ProfileException with everything that is wrong with it
     */
    public static EnrichmentProfile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            char[] text = new char[Yaml.MAX_CHARACTERS + 1];
            int length = 0;
            for (int read = 0; read >= 0 && length < text.length; length += Math.max(read, 0)) {
                read = reader.read(text, length, text.length - length);
            }
            return read(file.toString(), new String(text, 0, length));
        }
    }

    /**
     * Reads a profile that comes with this library.
     *
     * @param name such as {@code salesforce/lead}
     * @throws IllegalArgumentException if there is none of this name
     */
    public static EnrichmentProfile shipped(String name) throws IOException {
        String file = name + ".yaml";
        try (InputStream stream = ProfileReader.class.getResourceAsStream(SHIPPED + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no profile '" + name
                        + "': neither a file or a bean of this name, nor one that comes with the library");
            }
            return read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
