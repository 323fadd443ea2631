/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.util.Set;
import java.util.TreeSet;

/** One Java file of the model while it is written: collects imports and body. */
final class SourceFile {
    static final String MODEL_PACKAGE = "io.github.camelleadiq.model";
    static final String JSON_PACKAGE = MODEL_PACKAGE + ".json";
    /** What fits into a line of 120 that is indented once or twice. */
    static final int WIDTH = 112;
    /** Tells our files from others in the same folder. */
    static final String MARKER = "Generated from schema.graphqls by camel-leadiq-codegen";

    private static final String HEADER =
            """
            /*
             * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
             *
             * %s. Do not edit: change the schema, then generate anew.
             */
            package %s;

            """
                    .formatted(MARKER, MODEL_PACKAGE);

    private final String typeName;
    private final Set<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    SourceFile(String typeName) {
        this.typeName = typeName;
    }

    /** Imports a type and returns the name to write. Types of java.lang and of the model need no import. */
    String use(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        if (dot > 0 && !qualifiedName.startsWith("java.lang.")) {
            imports.add(qualifiedName);
        }
        return qualifiedName.substring(dot + 1);
    }

    String useJson(String simpleName) {
        return use(JSON_PACKAGE + "." + simpleName);
    }

    String useAnnotation(String simpleName) {
        return use("com.fasterxml.jackson.annotation." + simpleName);
    }

    String useDatabindAnnotation(String simpleName) {
        return use("com.fasterxml.jackson.databind.annotation." + simpleName);
    }

    /** Appends lines as they are. */
    SourceFile add(String lines) {
        body.append(lines);
        if (!lines.endsWith("\n")) {
            body.append('\n');
        }
        return this;
    }

    /** Appends lines one level (four spaces) deeper. */
    SourceFile addIndented(int levels, String lines) {
        for (String line : lines.stripTrailing().split("\n", -1)) {
            body.append(line.isBlank() ? "" : "    ".repeat(levels) + line).append('\n');
        }
        return this;
    }

    SourceFile blankLine() {
        body.append('\n');
        return this;
    }

    String fileName() {
        return typeName + ".java";
    }

    String render() {
        StringBuilder source = new StringBuilder(HEADER);
        imports.forEach(name -> source.append("import ").append(name).append(";\n"));
        return source.append(imports.isEmpty() ? "" : "\n").append(body).toString();
    }
}
