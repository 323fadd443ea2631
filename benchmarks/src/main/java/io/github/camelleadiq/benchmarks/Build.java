/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A build of the project whose JVMs are measured.
 *
 * @param name      for the tables
 * @param classPath of its JVMs
 * @param windows   whether its backfills have the parameter {@code window} and its endpoints {@code batchSize=auto}
 */
record Build(String name, String classPath, boolean windows) {

    /** What {@code baseline.sh} builds. */
    static final String BASELINE = "7b30596";

    static Build present() {
        return new Build("this build", System.getProperty("java.class.path"), true);
    }

    /** The earlier build, which is made first if it is not there or older than what is measured with it. */
    static Build baseline() throws IOException, InterruptedException {
        Path module = module();
        Path script = module.resolve("baseline.sh");
        if (!Files.exists(script)) {
            throw new IllegalStateException("There is no " + script
                    + ": start the benchmarks from a clone of the project, as docs/benchmarks.md says");
        }
        // what it has to say goes to the user, and not among the tables
        int end = new ProcessBuilder("bash", script.toString())
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (end != 0) {
            throw new IllegalStateException("The build of " + BASELINE + " could not be made: see above");
        }
        return new Build(
                BASELINE, module.resolve("target").resolve("baseline.jar").toString(), false);
    }

    /** The directory of this module: {@code target} has the jar, or the classes. */
    private static Path module() {
        try {
            return Path.of(Build.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .getParent()
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No path leads to the benchmarks", e);
        }
    }
}
