/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.junit.jupiter.api.Test;

/** The names that we share with the camel-salesforce of the class path, whichever that is: the build has two. */
class CamelSalesforceNamesTest {
    private static final Pattern IMPORT =
            Pattern.compile("^import (org\\.apache\\.camel\\.[\\w.]+);", Pattern.MULTILINE);

    @Test
    void oursAreTheirs() throws Exception {
        assertThat(SalesforceApi.METHOD_HEADERS).contains(value(SalesforceEndpointConfig.class, "RAW_METHOD"));
        assertThat(SalesforceApi.PATH_HEADERS).contains(value(SalesforceEndpointConfig.class, "RAW_PATH"));
        assertThat(SalesforceChangesConsumer.REPLAY_ID)
                .isEqualTo(value(SalesforceConstants.class, "HEADER_SALESFORCE_REPLAY_ID"));
    }

    /** The compiler copies its value, and the next release may have another. */
    @Test
    void noConstantOfCamelIsUsed() throws Exception {
        List<String> used = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                used.addAll(copied(file));
            }
        }
        assertThat(used).isEmpty();
    }

    private static List<String> copied(Path file) throws IOException, ClassNotFoundException {
        String source = Files.readString(file);
        List<String> copied = new ArrayList<>();
        for (String imported : all(IMPORT, source)) {
            String name = imported.substring(imported.lastIndexOf('.') + 1);
            for (String field : all(Pattern.compile("\\b" + name + "\\.([A-Z][A-Z0-9_]+)\\b"), source)) {
                if (isCopied(Class.forName(imported, false, CamelSalesforceNamesTest.class.getClassLoader()), field)) {
                    copied.add(file + ": " + name + "." + field);
                }
            }
        }
        return copied;
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    private static boolean isCopied(Class<?> owner, String name) {
        try {
            Field field = owner.getField(name);
            return Modifier.isStatic(field.getModifiers())
                    && Modifier.isFinal(field.getModifiers())
                    && (field.getType() == String.class || field.getType().isPrimitive());
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    /** By reflection: the compiler would copy this one as well. */
    private static String value(Class<?> owner, String constant) throws ReflectiveOperationException {
        return (String) owner.getField(constant).get(null);
    }
}
