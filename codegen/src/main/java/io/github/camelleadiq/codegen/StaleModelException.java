/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.util.List;

/** The generated model is not what the schema says. The message names the files and the command that helps. */
public final class StaleModelException extends IllegalStateException {
    private static final String COMMAND = "mvn -pl codegen,camel-leadiq-component -Dleadiq.model=write compile";

    StaleModelException(List<String> differences) {
        super("The model is not what schema.graphqls says. Bring it up to date with\n  " + COMMAND + "\n"
                + String.join("\n", differences));
    }
}
