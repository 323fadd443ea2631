/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/profiles.md says what the schema has, all of it and no more, and its examples and messages are the reader's. */
class ProfilesPageTest {
    private static final String SCHEMA = "/io/github/camelleadiq/routes/profiles/profile.schema.json";
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("object", "object: Lead");
        REQUIRED.put("kind", "kind: person");
        REQUIRED.put("identifiers", "identifiers: {email: Email}");
        REQUIRED.put("mapping", "mapping: {Title: person.title}");
    }

    /** The rows of the tables, by what stands first in their head; each row as the code in its cells, or their text. */
    private static Map<String, List<List<String>>> tables() throws IOException {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<List<String>> rows = List.of();
        List<String> lines = Files.readAllLines(Path.of("../docs/profiles.md"));
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("|") || lines.get(i).startsWith("|---")) {
                continue;
            }
            List<String> cells = Stream.of(lines.get(i).substring(1).split(" \\|"))
                    .map(cell -> cell.strip().replaceFirst("^`(.*)`$", "$1"))
                    .toList();
            if (i + 1 < lines.size() && lines.get(i + 1).startsWith("|---")) {
                rows = new ArrayList<>();
                tables.put(cells.get(0), rows);
            } else {
                rows.add(cells);
            }
        }
        return tables;
    }

    private static Set<String> firsts(String table) throws IOException {
        Set<String> firsts = new LinkedHashSet<>();
        tables().get(table).forEach(row -> firsts.add(row.get(0)));
        return firsts;
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> values(JsonNode choices) {
        Set<String> values = new LinkedHashSet<>();
        choices.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String profile(String line) {
        Map<String, String> lines = new LinkedHashMap<>(REQUIRED);
        lines.put(line.substring(0, line.indexOf(':')), line);
        return String.join("\n", lines.values());
    }

    @Test
    void thePageHasWhatTheSchemaHas() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ProfilesPageTest.class.getResource(SCHEMA));
        JsonNode parts = schema.path("$defs");
        JsonNode keys = schema.path("properties");
        assertThat(firsts("key")).isEqualTo(names(keys));
        assertThat(firsts("identifier"))
                .isEqualTo(names(keys.path("identifiers").path("properties")));
        assertThat(firsts("stamp")).isEqualTo(names(keys.path("stamps").path("properties")));
        assertThat(firsts("key of an entry"))
                .isEqualTo(names(parts.path("mapping").path("properties")));
        assertThat(firsts("policy")).isEqualTo(values(parts.path("policy")));
        assertThat(firsts("source")).isEqualTo(values(parts.path("source")));
        assertThat(firsts("operator"))
                .isEqualTo(values(parts.path("condition").path("properties").path("op")));
        Set<String> groups = values(parts.path("group"));
        groups.removeAll(firsts("source"));
        assertThat(firsts("group")).isEqualTo(groups);
        String page = Files.readString(Path.of("../docs/profiles.md"));
        Stream.of(keys.path("kind"), keys.path("emailStatuses").path("items"))
                .flatMap(choices -> values(choices).stream())
                .forEach(value -> assertThat(page).contains("`" + value + "`"));
        assertThat(page).contains("`" + SCHEMA.substring(1) + "`");
    }

    @Test
    void eachExampleIsTaken() throws IOException {
        for (Map.Entry<String, List<List<String>>> table : tables().entrySet()) {
            if (!table.getKey().equals("mistake")) {
                for (List<String> row : table.getValue()) {
                    String example = row.get(row.size() - 1);
                    assertThat(example).as(row.toString()).contains(":");
                    ProfileReader.read("example.yaml", profile(example));
                }
            }
        }
    }

    @Test
    void eachMistakeHasItsMessage() throws IOException {
        List<List<String>> mistakes = tables().get("mistake");
        assertThat(mistakes).hasSize(10);
        mistakes.forEach(row -> assertThatThrownBy(() -> ProfileReader.read("mistake.yaml", profile(row.get(0))))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(row.get(1)));
    }
}
