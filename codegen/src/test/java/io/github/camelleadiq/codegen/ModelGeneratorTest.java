/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelGeneratorTest {
    @TempDir
    private Path folder;

    private Path schema;
    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        schema = Files.writeString(folder.resolve("schema.graphqls"), "type Page { total: Int } enum Status { Ok }");
        model = folder.resolve("out/io/github/camelleadiq/model");
        run("write");
    }

    @Test
    void whatWasWrittenPassesTheCheck() {
        assertThat(model.resolve("Page.java")).exists();
        assertThatNoException().isThrownBy(() -> run("check"));
    }

    @Test
    void lineEndingsOfWindowsPassTheCheck() throws IOException {
        Path page = model.resolve("Page.java");
        Files.writeString(page, Files.readString(page).replace("\n", "\r\n"));

        assertThatNoException().isThrownBy(() -> run("check"));
    }

    @Test
    void checkNamesEveryDifferenceAndTheCommandThatHelps() throws IOException {
        Files.writeString(schema, "type Page { total: Int more: Boolean } type Extra { id: ID }");

        assertThatExceptionOfType(StaleModelException.class)
                .isThrownBy(() -> run("check"))
                .withMessageContaining("mvn -pl codegen,camel-leadiq-component -Dleadiq.model=write compile")
                .withMessageContaining("stale: " + model.resolve("Page.java"))
                .withMessageContaining("missing: " + model.resolve("Extra.java"))
                .withMessageContaining("superfluous: " + model.resolve("Status.java"));
        assertThat(model.resolve("Extra.java")).doesNotExist();
    }

    @Test
    void writeBringsTheFolderUpToDateAndLeavesOtherFilesAlone() throws IOException {
        Path handWritten =
                Files.writeString(model.resolve("package-info.java"), "package io.github.camelleadiq.model;");
        Path elsewhere = Files.writeString(model.resolveSibling("Generated.java"), "// " + SourceFile.MARKER);
        Files.writeString(schema, "type Page { total: Int more: Boolean }");

        run("write");

        assertThat(model.resolve("Page.java")).content().contains("Boolean more");
        assertThat(model.resolve("Status.java")).doesNotExist();
        assertThat(handWritten).exists();
        assertThat(elsewhere).exists();
        assertThatNoException().isThrownBy(() -> run("check"));
    }

    @Test
    void writeDoesNotTouchWhatIsUpToDate() throws IOException {
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(model.resolve("Page.java"), longAgo);

        run("write");

        assertThat(Files.getLastModifiedTime(model.resolve("Page.java"))).isEqualTo(longAgo);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> run("look")).withMessageContaining("look");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelGenerator.main("check"));
    }

    private void run(String mode) throws IOException {
        ModelGenerator.main(mode, schema.toString(), folder.resolve("out").toString());
    }
}
