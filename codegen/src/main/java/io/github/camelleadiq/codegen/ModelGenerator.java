/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The generator's entry point. */
public final class ModelGenerator {
    private ModelGenerator() {}

    /**
     * Checks or writes the model.
     *
     * @param args {@code check} or {@code write}, the schema file, the root folder of the generated sources
     * @throws StaleModelException if {@code check} finds that the folder is not what the schema says
     * @throws IllegalArgumentException if the arguments are wrong, or the schema has something that cannot be written
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("Expected: check|write <schema> <outputDir>");
        }
        Map<String, String> sources = JavaModel.of(SchemaReader.read(Files.readString(Path.of(args[1]))));
        ModelFolder folder = new ModelFolder(Path.of(args[2]));
        switch (args[0]) {
            case "check" -> check(folder, sources);
            case "write" -> folder.write(sources);
            default -> throw new IllegalArgumentException("Expected check or write, not " + args[0]);
        }
    }

    private static void check(ModelFolder folder, Map<String, String> sources) throws IOException {
        List<String> differences = folder.differences(sources);
        if (!differences.isEmpty()) {
            throw new StaleModelException(differences);
        }
    }
}
