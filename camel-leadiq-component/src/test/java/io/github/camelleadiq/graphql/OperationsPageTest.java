/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.NonNullType;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table in docs/operations.md says of each operation what its document does. */
@Tag("any-platform")
class OperationsPageTest {

    private static final GraphQLSchema SCHEMA = PackagedDocument.schema();
    private static final String NOTHING = "–";

    @Test
    void tableAgreesWithTheDocuments() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "operations.md"))) {
            rows = lines.filter(line -> line.startsWith("| `")).toList();
        }

        assertThat(rows)
                .extracting(row -> row.split(" \\| "))
                .extracting(cells -> String.join(" | ", List.of(cells).subList(0, 6)))
                .containsExactlyInAnyOrderElementsOf(PackagedDocument.all().stream()
                        .map(OperationsPageTest::row)
                        .toList());
    }

    private static String row(PackagedDocument document) {
        return "| `" + document.name()
                + "` | " + document.operation().getOperation().name().toLowerCase(Locale.ROOT)
                + " | " + (isDocumented(document.name()) ? "both" : "live")
                + " | " + arguments(document)
                + " | " + guards(document, byDefault -> byDefault)
                + " | " + guards(document, byDefault -> !byDefault);
    }

    private static boolean isDocumented(String operation) {
        return Stream.of(SCHEMA.getQueryType(), SCHEMA.getMutationType())
                .map(root -> root.getFieldDefinition(operation))
                .filter(field -> field != null)
                .anyMatch((GraphQLFieldDefinition field) -> field.hasAppliedDirective("documented"));
    }

    private static String arguments(PackagedDocument document) {
        return list(document.operation().getVariableDefinitions().stream()
                .filter(variable -> !document.guards().containsKey(variable.getName()))
                .map(variable -> "`" + variable.getName() + requirement(variable) + "`"));
    }

    private static String requirement(VariableDefinition variable) {
        if (variable.getDefaultValue() != null) {
            return " = " + AstPrinter.printAst(variable.getDefaultValue());
        }
        return variable.getType() instanceof NonNullType ? "!" : "";
    }

    private static String guards(PackagedDocument document, Predicate<Boolean> byDefault) {
        return list(document.operation().getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .filter(document.guards()::containsKey)
                .filter(guard -> byDefault.test(document.guards().get(guard))));
    }

    private static String list(Stream<String> entries) {
        String list = entries.collect(Collectors.joining(", "));
        return list.isEmpty() ? NOTHING : list;
    }
}
