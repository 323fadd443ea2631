/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void hasDefaultsForEverything() {
        assertThat(CsvOptions.parse())
                .isEqualTo(new CsvOptions(
                        null, Path.of("leads-enriched.csv"), Path.of("leads-rejects.csv"), "profile,email", null, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "--out, has no value",
        "--quiet yes, Unknown option --quiet",
        "--per-minute -1, whole number",
        "--per-minute 10001, up to 10000",
        "--data-points shoesize, not a data point",
        "--in leads.csv --out ./leads.csv, three different files",
        "--out a.csv --rejects a.csv, three different files"
    })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> CsvOptions.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
