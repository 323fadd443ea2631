/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder of the generated package. Files in it that the generator did not write are left alone. */
final class ModelFolder {
    private final Path folder;

    ModelFolder(Path sourceRoot) {
        folder = sourceRoot.resolve(SourceFile.MODEL_PACKAGE.replace('.', '/'));
    }

    /** How the folder differs from the sources, one line for each file; empty if it does not. */
    List<String> differences(Map<String, String> sources) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            if (!Files.exists(file)) {
                differences.add("missing: " + file);
            } else if (!read(file).equals(source.getValue())) {
                differences.add("stale: " + file);
            }
        }
        superfluous(sources.keySet()).forEach(file -> differences.add("superfluous: " + file));
        return differences;
    }

    void write(Map<String, String> sources) throws IOException {
        Files.createDirectories(folder);
        for (Path file : superfluous(sources.keySet())) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            // an untouched file keeps its time, and the compiler its incremental build
            if (!Files.exists(file) || !read(file).equals(source.getValue())) {
                Files.writeString(file, source.getValue());
            }
        }
    }

    private Set<Path> superfluous(Set<String> wanted) throws IOException {
        Set<Path> superfluous = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return superfluous;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")
                        && !wanted.contains(name)
                        && read(file).contains(SourceFile.MARKER)) {
                    superfluous.add(file);
                }
            }
        }
        return superfluous;
    }

    /** With line feeds only: a checkout on Windows may have others. */
    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
