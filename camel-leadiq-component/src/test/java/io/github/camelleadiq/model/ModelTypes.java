/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All generated records, and an example of each with every member set. */
final class ModelTypes {
    private static final Map<Type, Object> SCALARS = Map.of(
            String.class,
            "007",
            Boolean.class,
            true,
            Integer.class,
            Integer.MAX_VALUE,
            Long.class,
            9_007_199_254_740_993L,
            Double.class,
            0.5,
            BigDecimal.class,
            new BigDecimal("0.10000000000000000001"),
            LocalDate.class,
            LocalDate.parse("2026-02-28"),
            Instant.class,
            Instant.parse("2026-02-28T10:15:30.123456Z"),
            ZonedDateTime.class,
            ZonedDateTime.parse("2026-02-28T10:15+01:00"),
            Object.class,
            Map.of("big", new BigInteger("9".repeat(30)), "list", List.of(1, new BigDecimal("1.10"))));

    private ModelTypes() {}

    static Stream<Class<?>> records() {
        return all().filter(Class::isRecord);
    }

    static Stream<Class<?>> inputs() {
        return records().filter(ModelTypes::isInput);
    }

    static Stream<Class<?>> outputs() {
        return records()
                .filter(type -> !isInput(type)
                        && !isEnumeration(type)
                        && !type.getSimpleName().startsWith("Unknown"));
    }

    static Stream<Class<?>> enumerations() {
        return records().filter(ModelTypes::isEnumeration);
    }

    static Stream<Class<?>> unions() {
        return all().filter(Class::isSealed);
    }

    static Object example(Type type) {
        Object scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(example(generic.getActualTypeArguments()[0]))
                    : Map.of("amount", new BigDecimal("1.10"));
        }
        Class<?> model = (Class<?>) type;
        if (model.isSealed()) {
            return example(model.getPermittedSubclasses()[0]);
        }
        RecordComponent[] components = model.getRecordComponents();
        return newRecord(
                model,
                Arrays.stream(components)
                        .map(component -> example(component.getGenericType()))
                        .toArray());
    }

    static Object newRecord(Class<?> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isInput(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .anyMatch(nested -> nested.getSimpleName().equals("Builder"));
    }

    private static boolean isEnumeration(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("isKnown"));
    }

    private static Stream<Class<?>> all() {
        try {
            Path source = Path.of(SearchResult.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(source)) {
                return in(source);
            }
            try (FileSystem jar = FileSystems.newFileSystem(source)) {
                return in(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Class<?>> in(Path root) throws IOException {
        try (Stream<Path> files =
                Files.list(root.resolve(SearchResult.class.getPackageName().replace('.', '/')))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .sorted()
                    .<Class<?>>map(ModelTypes::load)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String fileName) {
        try {
            return Class.forName(
                    SearchResult.class.getPackageName() + "." + fileName.substring(0, fileName.indexOf('.')));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
