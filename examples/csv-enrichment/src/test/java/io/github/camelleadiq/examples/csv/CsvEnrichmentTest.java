/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEnrichmentTest {

    private static final String KEY = "key-that-opens-the-simulator-only";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"profile", "profile,email", "profile,email,phone", "profile,email,phone,company"})
    void everyRowOfTheSampleEndsInOneFileAndTheSimulatorAgreesOnTheCredits(String dataPoints) throws Exception {
        int code = run(Map.of(), "--data-points", dataPoints);

        assertThat(err().lines()).allMatch(line -> line.startsWith("... "));
        assertThat(code).isZero();
        assertThat(number("read")).isEqualTo(128);
        assertThat(number("matched") + number("unmatched")).isEqualTo(enriched().size());
        assertThat(number("rejected")).isEqualTo(rejects().size()).isGreaterThan(10);
        assertThat(enriched().size() + rejects().size()).isEqualTo(128);
        // rows that are under way together share a request
        assertThat(number("requests")).isLessThan(enriched().size() / 4);
        // a fee of 0.1 is counted for both of two lookups that overlap, where only the server knows which came first
        assertThat(credits())
                .isPositive()
                .isBetween(meter(), dataPoints.contains("company") ? meter().add(BigDecimal.ONE) : meter());
        assertThat(partFiles()).isEmpty();
    }

    @Test
    void writesWhatWasFoundBesideTheRowInTheOrderOfTheInput() throws Exception {
        int code = run(
                Map.of(),
                "--in",
                csv(
                        "note,name,domain\n1,Ada Example,acme.example\n2,Nobody Known,acme.example\n3,Bo Example,hooli.example\n"));

        assertThat(code).isZero();
        assertThat(enriched())
                .extracting(row -> row.get("note"), row -> row.get("leadiq_status"), row -> row.get("leadiq_email"))
                .containsExactly(
                        tuple("1", "Enriched", "ada.example@acme.example"),
                        tuple("2", "NotFound", ""),
                        tuple("3", "Enriched", "bo.example@hooli.example"));
        assertThat(enriched().get(0).isMapped("leadiq_phone")).isFalse();
    }

    @Test
    void keepsTheOrderWhateverTheOrderOfTheAnswersAndLimitsWhatIsInFlight() throws Exception {
        try (LeadIQSimulator simulator = simulator().start()) {
            simulator.faults().random(7, 0.3, Fault.slow(Duration.ofMillis(30)), Fault.slow(Duration.ofMillis(5)));
            List<String> numbers =
                    IntStream.range(0, 300).mapToObj(String::valueOf).toList();

            int code = run(simulator, "--in", people(numbers));

            assertThat(code).isZero();
            assertThat(enriched()).extracting(row -> row.get("note")).containsExactlyElementsOf(numbers);
            // rows that are under way together share a request; one after the other would share none
            assertThat(simulator.lookupCount()).isGreaterThan(2 * simulator.requestCount());
        }
    }

    @Test
    void asksForADuplicateOnceOnly() throws Exception {
        try (LeadIQSimulator simulator = simulator().start()) {
            run(simulator, "--in", csv("email\nada@acme.example\nADA@acme.example\nada@acme.example \n"));

            assertThat(simulator.lookupCount()).isEqualTo(1);
            assertThat(enriched()).hasSize(1);
            assertThat(rejects())
                    .extracting(row -> row.get("leadiq_reason"))
                    .containsExactly("duplicate: same person as line 2", "duplicate: same person as line 2");
        }
    }

    @Test
    void asksForPhonesOnlyWhenTold() throws Exception {
        run(Map.of(), "--in", csv("email\nada@acme.example\n"), "--data-points", "profile,phone");

        assertThat(enriched().get(0).get("leadiq_phone")).contains("555");
        assertThat(enriched().get(0).isMapped("leadiq_email")).isFalse();
        assertThat(credits()).isEqualByComparingTo("10");
    }

    @Test
    void oneFailingLookupCostsOneRowAndRepeatsNoDataOfTheServersWords() throws Exception {
        try (LeadIQSimulator simulator = simulator().start()) {
            int code = run(
                    simulator,
                    "--in",
                    csv("name,domain\nAda Example,acme.example\nPoison Pete,acme.example\nBo Example,acme.example\n"));

            assertThat(code).isZero();
            assertThat(enriched()).hasSize(2);
            assertThat(rejects()).singleElement().satisfies(row -> assertThat(row.get("leadiq_reason"))
                    .startsWith("lookup failed: ")
                    .doesNotContainIgnoringCase("pete"));
        }
    }

    @Test
    void aWrongKeyStopsTheRunAndLosesNoRow() throws Exception {
        try (LeadIQSimulator simulator = simulator().start()) {
            int code = run(
                    Map.of("LEADIQ_API_KEY", "not-the-key"),
                    "--url",
                    simulator.url().toString(),
                    "--in",
                    people(IntStream.range(0, 200).mapToObj(String::valueOf).toList()));

            assertThat(code).isEqualTo(1);
            assertThat(err()).contains("STOPPED").contains("check the API key").doesNotContain("not-the-key");
            assertThat(simulator.lookupCount()).isZero();
            assertThat(partFiles()).containsExactly("leads-enriched.csv.part", "leads-rejects.csv.part");
            assertThat(folder.resolve("leads-enriched.csv")).doesNotExist();
            assertThat(read("leads-rejects.csv.part"))
                    .hasSize(200)
                    .extracting(row -> row.get("leadiq_reason"))
                    .contains(
                            "lookup failed: LeadIQ does not accept the key",
                            "not looked up: the run was stopped before this row");
        }
    }

    @Test
    void usedUpCreditsStopTheRunAndKeepWhatWasPaidFor() throws Exception {
        try (LeadIQSimulator simulator = simulator().credits(20).start()) {
            int code = run(
                    simulator,
                    "--in",
                    people(IntStream.range(0, 200).mapToObj(String::valueOf).toList()));

            assertThat(code).isEqualTo(1);
            assertThat(err()).contains("STOPPED");
            List<CSVRecord> paid = read("leads-enriched.csv.part");
            assertThat(paid)
                    .hasSizeBetween(20, 25)
                    .extracting(row -> row.get("leadiq_email"))
                    .doesNotContain("");
            assertThat(paid.size() + read("leads-rejects.csv.part").size()).isEqualTo(200);
            assertThat(credits()).isEqualByComparingTo(simulator.meter().total(KEY));
        }
    }

    @Test
    void aServerThatIsDownIsSaidClearly() throws Exception {
        String url;
        try (LeadIQSimulator simulator = simulator().start()) {
            url = simulator.url().toString();
        }

        int code = run(Map.of("LEADIQ_API_KEY", KEY), "--url", url, "--in", people(List.of("1", "2")));

        assertThat(code).isEqualTo(1);
        assertThat(err()).contains("STOPPED").contains("Connection refused");
        assertThat(folder.resolve("leads-enriched.csv")).doesNotExist();
    }

    @Test
    void aServerThatFailsOnAndOnStopsTheRun() throws Exception {
        try (LeadIQSimulator simulator = simulator().start()) {
            simulator.faults().when(request -> true, Fault.graphql(503));

            int code = run(
                    simulator,
                    "--in",
                    people(IntStream.range(0, 200).mapToObj(String::valueOf).toList()));

            assertThat(code).isEqualTo(1);
            assertThat(err()).contains("STOPPED");
            assertThat(simulator.requestCount()).isLessThan(40);
        }
    }

    @Test
    void aRunThatStopsLeavesTheResultsOfEarlierRunsAlone() throws Exception {
        Files.writeString(folder.resolve("leads-enriched.csv"), "earlier and complete");
        Files.writeString(folder.resolve("leads-enriched.csv.part"), "earlier and paid for");
        try (LeadIQSimulator simulator = simulator().credits(0).start()) {
            run(simulator, "--in", people(List.of("1")));
        }

        assertThat(folder.resolve("leads-enriched.csv")).hasContent("earlier and complete");
        assertThat(folder.resolve("leads-enriched.csv.part.1")).hasContent("earlier and paid for");
    }

    @Test
    void rejectsOfAStoppedRunCanBeTheNextInput() throws Exception {
        try (LeadIQSimulator poor = simulator().credits(0).start()) {
            run(poor, "--in", people(List.of("1", "2", "3")));
        }
        Path again = folder.resolve("again.csv");
        Files.move(folder.resolve("leads-rejects.csv.part"), again);

        int code = run(Map.of(), "--in", again.toString());

        assertThat(code).isZero();
        assertThat(enriched()).extracting(row -> row.get("note")).containsExactly("1", "2", "3");
        assertThat(enriched().get(0).isMapped("leadiq_reason")).isFalse();
    }

    /** Whose address it is, the name has to say; where the row has none, the address is enough. */
    @Test
    void somebodyElseIsNotWrittenBesideARow() throws Exception {
        int code = run(
                Map.of(),
                "--in",
                csv("note,first name,last name,email\n1,Nobody,Known,ada.example@acme.example\n"
                        + "2,,,bo.example@hooli.example\n"));

        assertThat(code).isZero();
        assertThat(enriched())
                .extracting(row -> row.get("note"), row -> row.get("leadiq_status"), row -> row.get("leadiq_name"))
                .containsExactly(
                        tuple("1", "LowConfidence: given name contradicts, family name contradicts", ""),
                        tuple("2", "Enriched", "Bo Example"));
    }

    @Test
    void whoSharesANameIsAmbiguous() throws Exception {
        run(Map.of(), "--in", csv("name,domain\nSeveral Candidates,globex.example\n"));

        assertThat(enriched()).singleElement().satisfies(row -> {
            assertThat(row.get("leadiq_status")).startsWith("Ambiguous");
            assertThat(row.get("leadiq_id")).isEmpty();
        });
    }

    @Test
    void noValueBecomesAFormula() throws Exception {
        String formula = "=HYPERLINK(\"\"https://evil.example\"\")";
        run(
                Map.of(),
                "--in",
                csv("name,company,=note,phone\nAda Example,Acme,\"" + formula
                        + "\",+1 206-555-0145\nBo Example,Hooli,@SUM(A1),-1\n"
                        + "n/a,Acme,\"\t=1+1\",＝1+1\n=1+1,\"open\n"));

        for (Path file : List.of(folder.resolve("leads-enriched.csv"), folder.resolve("leads-rejects.csv"))) {
            try (CSVParser parser = CSVParser.parse(Files.readString(file), CSVFormat.DEFAULT)) {
                assertThat(parser.getRecords().stream().flatMap(CSVRecord::stream))
                        .noneMatch(cell -> cell.strip().matches("(?s)[=+@＝＋＠-].*"));
            }
        }
        assertThat(enriched())
                .extracting(row -> row.get("'=note"), row -> row.get("phone"))
                .containsExactly(
                        tuple("'=HYPERLINK(\"https://evil.example\")", "'+1 206-555-0145"), tuple("'@SUM(A1)", "'-1"));
        assertThat(rejects()).hasSize(2);
    }

    @Test
    void writesAsTheInputIsWritten() throws Exception {
        Path in = folder.resolve("in.csv");
        Files.writeString(in, "\uFEFFname;company\r\nZoë \"Z\" Example;Acme\r\n");

        run(Map.of(), "--in", in.toString());

        assertThat(Files.readString(folder.resolve("leads-enriched.csv")))
                .startsWith("\uFEFFname;company;leadiq_status;")
                .contains("\r\n\"Zoë \"\"Z\"\" Example\";Acme;Enriched;");
    }

    @Test
    void aFileThatCannotBeUsedMakesNoOutput() throws Exception {
        assertThat(run(Map.of(), "--in", csv("shoe size,colour\n42,blue\n"))).isEqualTo(2);
        assertThat(run(Map.of(), "--in", folder.resolve("absent.csv").toString()))
                .isEqualTo(2);
        assertThat(run(Map.of(), "--url", "https://api.example.com/graphql")).isEqualTo(2);
        assertThat(err())
                .contains("columns to look leads up by")
                .contains("absent.csv")
                .contains("LEADIQ_API_KEY");
        assertThat(folder.resolve("leads-enriched.csv.part")).doesNotExist();
    }

    private static LeadIQSimulatorBuilder simulator() {
        return LeadIQSimulator.builder().key(KEY);
    }

    private int run(LeadIQSimulator simulator, String... args) throws Exception {
        return run(
                Map.of("LEADIQ_API_KEY", KEY),
                Stream.concat(Stream.of("--url", simulator.url().toString(), "--per-minute", "0"), Stream.of(args))
                        .toArray(String[]::new));
    }

    private int run(Map<String, String> environment, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "--out",
                folder.resolve("leads-enriched.csv").toString(),
                "--rejects",
                folder.resolve("leads-rejects.csv").toString()));
        all.addAll(List.of(args));
        CsvEnrichment program = new CsvEnrichment(
                environment,
                configuration -> configuration.setMaxRetries(0),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return program.run(all.toArray(String[]::new));
    }

    private String csv(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text).toString();
    }

    private String people(List<String> notes) throws IOException {
        StringBuilder text = new StringBuilder("note,email\n");
        notes.forEach(note -> text.append(note).append(",person").append(note).append(".example@acme.example\n"));
        return csv(text.toString());
    }

    private List<CSVRecord> enriched() throws IOException {
        return read("leads-enriched.csv");
    }

    private List<CSVRecord> rejects() throws IOException {
        return read("leads-rejects.csv");
    }

    private List<CSVRecord> read(String name) throws IOException {
        String text = Files.readString(folder.resolve(name)).replace("\uFEFF", "");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        }
    }

    private List<String> partFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains(".part"))
                    .sorted()
                    .toList();
        }
    }

    private int number(String name) {
        return value("(?m)^" + name + " +([0-9,]+)").intValueExact();
    }

    private BigDecimal credits() {
        return value("(?m)^credits +([0-9.]+)");
    }

    private BigDecimal meter() {
        return value("([0-9.]+)  on the simulator's meter");
    }

    private BigDecimal value(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out.toString(UTF_8));
        assertThat(matcher.find()).as("%s in %s", pattern, out.toString(UTF_8)).isTrue();
        return new BigDecimal(matcher.group(1).replace(",", ""));
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
