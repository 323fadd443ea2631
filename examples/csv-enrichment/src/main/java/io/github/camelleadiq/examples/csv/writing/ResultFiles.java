/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.examples.csv.reading.CsvDialect;
import io.github.camelleadiq.examples.csv.reading.Header;
import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two outputs. The enriched file has the rows that LeadIQ was asked for, found or not; the rejects file has all others,
 * with the reason. Both have the columns of the input first, so that repaired rejects can be the next input.
 */
public final class ResultFiles implements Closeable {

    /** Columns of an earlier run, which this run's columns replace. */
    private static final String OURS = "leadiq_";

    private static final String STATUS = "leadiq_status";
    private static final String CONFIDENCE = "leadiq_confidence";
    private static final String TEXT = "leadiq_row";
    private static final List<String> REJECT_COLUMNS = List.of("leadiq_line", "leadiq_reason", TEXT);

    private static final Set<DataPoint> CHECKED = Set.of(DataPoint.EMAIL, DataPoint.PHONE);

    private final List<Integer> kept;
    private final int earlierText;
    private final List<FieldMapping> columns;
    private final OutputFile enriched;
    private final OutputFile rejects;

    /** @param columns what the enriched file has beside the columns of the input */
    public ResultFiles(
            Path enrichedPath, Path rejectsPath, Header header, CsvDialect dialect, List<FieldMapping> columns)
            throws IOException {
        List<String> names = header.names();
        kept = IntStream.range(0, names.size())
                .filter(i -> !names.get(i).startsWith(OURS))
                .boxed()
                .toList();
        earlierText = names.indexOf(TEXT);
        this.columns = List.copyOf(columns);
        enriched = new OutputFile(enrichedPath, dialect);
        try {
            rejects = new OutputFile(rejectsPath, dialect);
        } catch (IOException e) {
            enriched.close();
            throw e;
        }
        List<Object> inputColumns = kept.stream().<Object>map(names::get).toList();
        List<Object> results = Stream.concat(
                        Stream.of(STATUS, CONFIDENCE),
                        columns.stream()
                                .flatMap(column -> hasStatus(column)
                                        ? Stream.of(column.field(), column.field() + "_status")
                                        : Stream.of(column.field())))
                .<Object>map(name -> name)
                .toList();
        enriched.write(join(inputColumns, results));
        rejects.write(join(inputColumns, REJECT_COLUMNS));
    }

    public void write(RowOutcome outcome) throws IOException {
        if (outcome instanceof RowOutcome.LookedUp lookedUp) {
            enriched.write(join(input(outcome.row()), results(lookedUp)));
        } else if (outcome instanceof RowOutcome.Rejected rejected) {
            List<Object> results = new ArrayList<>();
            results.add(outcome.row().line());
            results.add(rejected.rejection().reason());
            results.add(text(outcome.row()));
            rejects.write(join(input(outcome.row()), results));
        }
    }

    private List<Object> results(RowOutcome.LookedUp lookedUp) {
        List<Object> results = new ArrayList<>();
        results.add(lookedUp.match().reason());
        results.add(
                lookedUp.match() instanceof MatchResult.Matched matched
                        ? String.format(Locale.ROOT, "%.2f", matched.confidence())
                        : null);
        for (FieldMapping column : columns) {
            Optional<FieldChange> value = lookedUp.values().stream()
                    .filter(change -> change.field().equals(column.field()))
                    .findFirst();
            results.add(value.map(FieldChange::after).orElse(null));
            if (hasStatus(column)) {
                results.add(value.map(FieldChange::status).orElse(null));
            }
        }
        return results;
    }

    /** How far LeadIQ trusts an address or a number. */
    private static boolean hasStatus(FieldMapping column) {
        return column.from().stream().map(Source::dataPoint).anyMatch(CHECKED::contains);
    }

    /** Says that all rows are there. */
    public void complete() throws IOException {
        rejects.complete();
        enriched.complete();
    }

    /** Where the enriched rows are now. */
    public Path enriched() {
        return enriched.location();
    }

    /** Where the rejected rows are now. */
    public Path rejects() {
        return rejects.location();
    }

    @Override
    public void close() throws IOException {
        try (rejects) {
            enriched.close();
        }
    }

    private List<Object> input(Row row) {
        return kept.stream()
                .<Object>map(i -> row.values().isEmpty() ? "" : row.values().get(i))
                .toList();
    }

    /** The row as it stands in the file, if it has no columns; perhaps from an earlier run. */
    private String text(Row row) {
        return row.text() != null || earlierText < 0 ? row.text() : row.values().get(earlierText);
    }

    private static List<Object> join(List<?> first, List<?> second) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
