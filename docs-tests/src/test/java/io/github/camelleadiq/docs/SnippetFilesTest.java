/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every block of code on a page is a file in {@code docs/snippets}, which other tests run. With {@code -Dsnippets=write}
 * the pages are written from the files, and files are made for new blocks.
 */
class SnippetFilesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("snippets"));

    @Test
    void everyBlockSaysItsLanguage() {
        List<String> without = blocks(DocPage.all())
                .filter(block -> !DocPage.FILES.contains(block.block().language())
                        && !DocPage.NO_FILES.contains(block.block().language()))
                .map(block ->
                        block.place() + " has the language '" + block.block().language() + "'")
                .toList();

        assertThat(without)
                .as("blocks whose language is none of " + DocPage.FILES + " and " + DocPage.NO_FILES)
                .isEmpty();
    }

    @Test
    void everyBlockIsItsFile() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (DocPage page : DocPage.all()) {
            Map<DocPage.Block, String> texts = new HashMap<>();
            for (DocPage.Block block : page.blocks()) {
                if (block.snippet() != null) {
                    compare(page, block, texts, wrong);
                }
            }
            if (WRITE && !texts.isEmpty()) {
                Files.writeString(page.path(), page.with(texts));
            }
        }
        if (!wrong.isEmpty()) {
            fail(String.join("\n\n", wrong)
                    + "\n\nChange the file, then bring the pages up to date by"
                    + " mvn -pl docs-tests -am test -Dtest=SnippetFilesTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dsnippets=write");
        }
    }

    private static void compare(DocPage page, DocPage.Block block, Map<DocPage.Block, String> texts, List<String> wrong)
            throws IOException {
        Path file = DocPage.snippets().resolve(block.snippet());
        if (!Files.exists(file)) {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            } else {
                wrong.add(page.place(block) + " is no file: docs/snippets/" + block.snippet() + " is missing");
            }
        } else if (!Files.readString(file).equals(block.text())) {
            texts.put(block, Files.readString(file));
            if (!WRITE) {
                wrong.add(page.place(block) + " is not what docs/snippets/" + block.snippet() + " is:\n"
                        + firstDifference(block.text(), Files.readString(file)));
            }
        }
    }

    private static String firstDifference(String page, String file) {
        List<String> shown = page.lines().toList();
        List<String> kept = file.lines().toList();
        int i = 0;
        while (i < shown.size() && i < kept.size() && shown.get(i).equals(kept.get(i))) {
            i++;
        }
        return "line " + (i + 1) + " of the page: " + (i < shown.size() ? shown.get(i) : "(none)") + "\nline " + (i + 1)
                + " of the file: " + (i < kept.size() ? kept.get(i) : "(none)");
    }

    @Test
    void everyFileIsOnAPage() throws IOException {
        Set<String> shown = blocks(DocPage.all())
                .map(block -> block.block().snippet())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(DocPage.snippets())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> DocPage.snippets().relativize(file).toString())
                            .filter(name -> !shown.contains(name)))
                    .as("files in docs/snippets that no page shows")
                    .isEmpty();
        }
    }

    private record Placed(String place, DocPage.Block block) {}

    private static Stream<Placed> blocks(List<DocPage> pages) {
        return pages.stream().flatMap(page -> page.blocks().stream().map(b -> new Placed(page.place(b), b)));
    }
}
