/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of the documentation, in Markdown or AsciiDoc, with the blocks of code that it shows. */
record DocPage(Path path, List<String> lines, List<Block> blocks) {
    /** The languages of which every block is a file, by what their files end in. */
    static final List<String> FILES = List.of("graphql", "java", "json", "properties", "sql", "xml", "yaml");

    /** Those that are not: commands, which are checked in place, and what is there to be looked at. */
    static final List<String> NO_FILES = List.of("sh", "text");

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir")).toAbsolutePath().normalize().getParent();

    private static final Pattern FENCE = Pattern.compile("(\\s*)```(\\S*)(?: ([\\w.-]+))?\\s*");
    private static final Pattern HEADING = Pattern.compile("[#=]+ (.+)");
    private static final Pattern TITLE = Pattern.compile("\\.([\\w-]+\\.\\w+)");
    private static final Pattern SOURCE = Pattern.compile("\\[source,(\\w+).*]");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    /**
     * A block of code.
     *
     * @param snippet the path of its file below {@code docs/snippets}; null if its language has none
     * @param first   index of its first line in the page
     * @param end     index of the line that closes it
     * @param indent  what stands before each of its lines
     */
    record Block(String snippet, String language, int first, int end, String indent, String text) {}

    static Path project() {
        return PROJECT;
    }

    static Path snippets() {
        return PROJECT.resolve("docs").resolve("snippets");
    }

    /** All pages of the project. */
    static List<DocPage> all() {
        List<DocPage> pages = new ArrayList<>();
        try {
            Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    return !directory.equals(PROJECT)
                                    && (name.equals("target") || name.equals("test") || name.startsWith("."))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (file.toString().endsWith(".md") || file.toString().endsWith(".adoc")) {
                        pages.add(read(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static DocPage read(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path);
        List<Block> blocks = new ArrayList<>();
        boolean asciidoc = path.toString().endsWith(".adoc");
        Map<String, Integer> names = new HashMap<>();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher title = HEADING.matcher(line);
            if (title.matches()) {
                heading = title.group(1);
            }
            Matcher fence = FENCE.matcher(line);
            String closing = asciidoc ? "----" : "```";
            if (asciidoc ? !line.equals(closing) : !fence.matches()) {
                continue;
            }
            String language = asciidoc ? language(lines.get(i - 1)) : fence.group(2);
            String indent = asciidoc ? "" : fence.group(1);
            int end = i + 1;
            while (!lines.get(end).strip().equals(closing)) {
                end++;
            }
            String name =
                    FILES.contains(language) ? name(title(asciidoc, lines, i, fence), heading, language, names) : null;
            String text = lines.subList(i + 1, end).stream()
                    .map(l -> l.startsWith(indent) ? l.substring(indent.length()) : l)
                    .collect(Collectors.joining("\n", "", "\n"));
            blocks.add(new Block(name == null ? null : folder(path) + "/" + name, language, i + 1, end, indent, text));
            i = end;
        }
        return new DocPage(path, lines, blocks);
    }

    private static String language(String above) {
        Matcher source = SOURCE.matcher(above);
        return source.matches() ? source.group(1) : "";
    }

    /** The name that the page gives to a file: the title of its block, or what follows the language. */
    private static String title(boolean asciidoc, List<String> lines, int fence, Matcher markdown) {
        Matcher title = TITLE.matcher(asciidoc && fence > 1 ? lines.get(fence - 2) : "");
        if (title.matches()) {
            return title.group(1);
        }
        return asciidoc ? null : markdown.group(3);
    }

    /** By the name that the page gives if it does, else by the heading and, from the second on, a number. */
    private static String name(String title, String heading, String language, Map<String, Integer> names) {
        if (title != null) {
            return title;
        }
        String words = WORD.matcher(heading.replaceAll(":.*", "")
                        .replaceAll("([a-z])(?=[A-Z][a-z])", "$1-")
                        .toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .collect(Collectors.joining("-"));
        int count = names.merge(words + "." + language, 1, Integer::sum);
        return words + (count == 1 ? "" : "-" + count) + "." + language;
    }

    private static String folder(Path page) {
        String name = page.getFileName().toString().replaceAll("\\.\\w+$", "");
        return name.equals("README") && !page.getParent().equals(PROJECT)
                ? page.getParent().getFileName().toString()
                : name.toLowerCase(Locale.ROOT);
    }

    /** Where a block is, as a compiler would say. */
    String place(Block block) {
        return PROJECT.relativize(path) + ":" + (block.first() + 1);
    }

    /** This page with other texts in its blocks. */
    String with(Map<Block, String> texts) {
        List<String> changed = new ArrayList<>();
        int next = 0;
        for (Block block : blocks) {
            changed.addAll(lines.subList(next, block.first()));
            texts.getOrDefault(block, block.text())
                    .lines()
                    .map(line -> line.isEmpty() ? line : block.indent() + line)
                    .forEach(changed::add);
            next = block.end();
        }
        changed.addAll(lines.subList(next, lines.size()));
        return String.join("\n", changed) + "\n";
    }

    @Override
    public String toString() {
        return PROJECT.relativize(path).toString();
    }
}
