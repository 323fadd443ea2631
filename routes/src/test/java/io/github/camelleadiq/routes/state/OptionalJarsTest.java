/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes come without H2 and Flyway: a state that lacks them says what to add. */
class OptionalJarsTest {
    @TempDir
    Path directory;

    @Test
    void withoutFlyway() throws Exception {
        try (URLClassLoader loader = without("flyway-")) {
            Class<?> h2State = loader.loadClass(H2State.class.getName());
            Object h2 = h2State.getMethod("file", Path.class).invoke(null, directory.resolve("state"));
            Object dataSource = h2State.getMethod("dataSource").invoke(h2);

            assertThatThrownBy(() -> loader.loadClass(EnrichmentState.class.getName())
                            .getMethod("open", DataSource.class)
                            .invoke(null, dataSource))
                    .cause()
                    .hasMessageContaining("org.flywaydb:flyway-core");

            h2State.getMethod("close").invoke(h2);
        }
    }

    @Test
    void withoutH2() throws Exception {
        try (URLClassLoader loader = without("h2-")) {
            assertThatThrownBy(() -> loader.loadClass(H2State.class.getName())
                            .getMethod("file", Path.class)
                            .invoke(null, directory.resolve("state")))
                    .cause()
                    .hasMessageContaining("com.h2database:h2");
        }
    }

    /** The class path of the tests without the jars that are called so. */
    private static URLClassLoader without(String jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(entry).getName().startsWith(jars)) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
