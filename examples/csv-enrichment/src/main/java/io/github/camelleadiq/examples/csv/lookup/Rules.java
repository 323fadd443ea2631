/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.examples.csv.reading.Column;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** By which rules a row is looked up: those of the routes, with the profile {@code lead.yaml}. */
public final class Rules {

    private static final String FILE = "lead.yaml";

    /**
     * A row without a name can only be asked for by a link or a mailbox that is one person's, and there is no name that could
     * contradict. A record of a CRM always has a name, so that there it is worth less.
     */
    private static final String WITHOUT_NAME = "\nminConfidence: 0.65\n";

    private static final Set<Column> NAMES = Set.of(Column.FULL_NAME, Column.FIRST_NAME, Column.LAST_NAME);
    private static final int LONGEST = 32_000;

    private final EnrichmentProfile named;
    private final EnrichmentProfile nameless;
    private final List<FieldMapping> mappings;
    private final ObjectDescribe describe;

    /** @param asked what is bought: of the columns in the profile those are filled */
    public Rules(Set<DataPoint> asked) {
        String yaml = yaml();
        named = ProfileReader.read(FILE, yaml);
        nameless = ProfileReader.read(FILE, yaml + WITHOUT_NAME);
        Set<String> bought = asked.stream().map(DataPoint::name).collect(Collectors.toSet());
        mappings = named.mappings().stream()
                .filter(mapping -> mapping.from().stream()
                        .allMatch(source -> bought.contains(source.dataPoint().name())))
                .toList();
        describe = new ObjectDescribe(
                named.object(),
                mappings.stream()
                        .map(mapping -> new FieldDescribe(mapping.field(), "string", LONGEST, true, List.of(), false))
                        .collect(Collectors.toMap(FieldDescribe::name, field -> field)));
    }

    /** The columns that are filled, in their order. */
    public List<FieldMapping> mappings() {
        return mappings;
    }

    /** What the columns take. */
    ObjectDescribe describe() {
        return describe;
    }

    /**
     * The lead of a row.
     *
     * @param id tells it from others without saying who it is
     * @param values what is known, each usable
     */
    Lead lead(String id, Map<Column, String> values) {
        CrmRecord crmRecord = new CrmRecord(
                named.object(),
                id,
                values.entrySet().stream()
                        .collect(Collectors.toMap(
                                value -> value.getKey().identifier().profileName(), Map.Entry::getValue)));
        EnrichmentProfile profile = values.keySet().stream().anyMatch(NAMES::contains) ? named : nameless;
        EnrichmentPlan plan = Planner.plan(crmRecord, profile, describe, null, Instant.now());
        return new Lead(crmRecord, profile, plan);
    }

    private static String yaml() {
        try (InputStream in = Rules.class.getResourceAsStream("/" + FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
