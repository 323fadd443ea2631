/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Caffeine is optional: only who asks for it needs it. */
class WithoutCaffeineTest {

    @Test
    void onlyTheMemoryCacheNeedsCaffeine() throws Exception {
        ClassLoader loader = new WithoutCaffeine(getClass().getClassLoader());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setApplicationContextClassLoader(loader);
            context.addComponent("leadiq", (Component) loader.loadClass("io.github.camelleadiq.LeadIQComponent")
                    .getConstructor()
                    .newInstance());
            context.start();

            assertThat(context.getEndpoint("leadiq:usage?apiKey=none")).isNotNull();
            assertThatThrownBy(() -> context.getEndpoint("leadiq:usage?apiKey=none&cache=MEMORY"))
                    .hasStackTraceContaining("cache=memory needs com.github.ben-manes.caffeine:caffeine");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Loads the component anew, and knows no Caffeine. */
    private static final class WithoutCaffeine extends ClassLoader {

        WithoutCaffeine(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.github.benmanes.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.camelleadiq.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream source = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (source == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = source.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
