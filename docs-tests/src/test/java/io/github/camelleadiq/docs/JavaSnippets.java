/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the Java of the pages, each snippet as the body of a route builder's {@code configure()}. */
final class JavaSnippets {
    private static final String CLASS =
            """
            package snippets;

            import com.fasterxml.jackson.databind.*;
            import io.github.bucket4j.distributed.jdbc.*;
            import io.github.bucket4j.distributed.proxy.*;
            import io.github.bucket4j.postgresql.*;
            import io.github.camelleadiq.*;
            import io.github.camelleadiq.client.*;
            import io.github.camelleadiq.client.credit.*;
            import io.github.camelleadiq.model.*;
            import io.github.camelleadiq.routes.*;
            import io.github.camelleadiq.routes.pipeline.*;
            import io.github.camelleadiq.routes.salesforce.*;
            import io.github.camelleadiq.routes.state.*;
            import io.github.camelleadiq.simulator.*;
            import io.github.camelleadiq.simulator.hubspot.*;
            import io.micrometer.prometheusmetrics.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;
            import org.apache.camel.*;
            import org.apache.camel.util.json.*;
            import org.junit.jupiter.api.extension.*;

            public class %s extends io.github.camelleadiq.docs.Surroundings {
            %s
                @Override
                public void configure() throws Exception {
            %s
                }
            }
            """;

    private final Map<String, String> names;
    private final ClassLoader classes;

    private JavaSnippets(Map<String, String> names, ClassLoader classes) {
        this.names = names;
        this.classes = classes;
    }

    /** @param snippets the texts by the paths of their files */
    static JavaSnippets compile(Map<String, String> snippets, Path directory) throws IOException {
        Map<String, String> names =
                snippets.keySet().stream().collect(Collectors.toMap(path -> path, path -> path.replaceAll("\\W", "_")));
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> snippet : snippets.entrySet()) {
            String name = names.get(snippet.getKey());
            sources.add(Files.writeString(directory.resolve(name + ".java"), source(name, snippet.getValue())));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(findings, Locale.ROOT, null)) {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            compiler.getTask(
                            null,
                            files,
                            findings,
                            List.of("-proc:none", "-parameters", "-cp", path, "-d", directory.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertThat(findings.getDiagnostics())
                .filteredOn(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
                .as("what the compiler says of the Java in docs/snippets, whose paths are in the names of the classes")
                .isEmpty();
        return new JavaSnippets(
                names,
                new URLClassLoader(
                        new URL[] {directory.toUri().toURL()},
                        Thread.currentThread().getContextClassLoader()));
    }

    /** What begins with an annotation is a member of a class; all else are statements. */
    private static String source(String name, String snippet) {
        return snippet.startsWith("@")
                ? CLASS.formatted(name, snippet, "")
                : CLASS.formatted(name, "", statements(snippet));
    }

    /** A call in the middle of a route gets a beginning, and a handler of errors a route with errors. */
    private static String statements(String snippet) {
        if (snippet.startsWith(".")) {
            String call = snippet.stripTrailing();
            return "from(\"direct:start\")\n" + call + (call.endsWith(";") ? "" : ";");
        }
        return snippet.startsWith("onException(")
                ? snippet + "from(\"direct:start\").to(\"leadiq:searchPeople\");"
                : snippet;
    }

    Surroundings of(String snippet) throws ReflectiveOperationException {
        return (Surroundings) classes.loadClass("snippets." + names.get(snippet))
                .getConstructor()
                .newInstance();
    }
}
