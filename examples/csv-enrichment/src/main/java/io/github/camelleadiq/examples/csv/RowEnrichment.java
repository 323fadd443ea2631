/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.examples.csv.lookup.Rules;
import io.github.camelleadiq.examples.csv.reading.CsvSource;
import io.github.camelleadiq.examples.csv.reading.RowReader;
import io.github.camelleadiq.examples.csv.writing.InOrder;
import io.github.camelleadiq.examples.csv.writing.ResultFiles;
import io.github.camelleadiq.examples.csv.writing.RowOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** One run: a file in, two files out. */
final class RowEnrichment {

    /** Rows under way at most: as many as the component puts into one request by default. */
    private static final int UNDER_WAY = 100;

    private final CsvOptions options;
    private final LeadIQServer server;
    private final Consumer<LeadIQConfiguration> tuning;
    private final PrintStream progress;
    private final StopRule stop = new StopRule();
    private final Tally tally = new Tally();
    private final Spending credits = new Spending();

    RowEnrichment(CsvOptions options, LeadIQServer server, Consumer<LeadIQConfiguration> tuning, PrintStream progress) {
        this.options = options;
        this.server = server;
        this.tuning = tuning;
        this.progress = progress;
    }

    /** @throws IOException when the input cannot be opened, or the outputs cannot be made */
    CsvReport run(CsvSource source) throws Exception {
        long start = System.nanoTime();
        Rules rules = new Rules(options.asked());
        try (RowReader rows = new RowReader(source);
                ResultFiles files = new ResultFiles(
                        options.out(), options.rejects(), rows.header(), rows.dialect(), rules.mappings())) {
            CsvProgress line = new CsvProgress(progress, tally, credits);
            InOrder<RowOutcome> output = new InOrder<>(UNDER_WAY, outcome -> write(outcome, files, line));
            enrich(new LeadRows(rows, rules, output, stop), new Results(rules, stop, tally, output));
            if (stop.reason().isEmpty()) {
                files.complete();
            }
            return new CsvReport(
                    tally,
                    credits.total(),
                    server.meter().orElse(null),
                    Duration.ofNanos(System.nanoTime() - start),
                    files.enriched(),
                    files.rejects(),
                    stop.reason().orElse(null));
        }
    }

    private void enrich(LeadRows leads, Results results) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            LeadIQComponent leadiq = camel.getComponent("leadiq", LeadIQComponent.class);
            leadiq.getConfiguration().setUrl(server.url());
            leadiq.getConfiguration().setApiKey(server.apiKey());
            leadiq.getConfiguration().setRequestsPerMinute(server.isSimulated() ? 0 : options.perMinute());
            leadiq.getConfiguration().setCreditListener(credits);
            tuning.accept(leadiq.getConfiguration());
            camel.addRoutes(new EnrichmentRoutes(results, options.dataPoints()));
            camel.start();
            camel.createProducerTemplate().sendBody(EnrichmentRoutes.CSV, leads);
        }
    }

    /** In the order of the input, one row after the other. */
    private void write(RowOutcome outcome, ResultFiles files, CsvProgress line) {
        try {
            files.write(outcome);
            tally.add(outcome);
            line.advance();
        } catch (IOException e) {
            stop.stopReading("the results cannot be written: " + e.getMessage());
        }
    }
}
