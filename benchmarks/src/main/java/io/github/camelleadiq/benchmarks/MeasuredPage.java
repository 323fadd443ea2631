/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown page of which one part is measured and all else is written by people. */
final class MeasuredPage {

    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";

    private MeasuredPage() {}

    /** Puts the text in the place of the measured part; a page that has none, or is not there, ends with it. */
    static void write(Path page, String measured) throws IOException {
        String old = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n\n";
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        String before = begin < 0 ? old : old.substring(0, begin);
        String after = end < 0 ? "" : old.substring(end + END.length());
        if (page.getParent() != null) {
            Files.createDirectories(page.getParent());
        }
        Files.writeString(page, before + BEGIN + "\n" + measured + "\n" + END + after);
    }
}
