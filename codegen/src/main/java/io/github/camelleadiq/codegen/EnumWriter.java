/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.EnumModel;
import io.github.camelleadiq.codegen.ModelSchema.EnumValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes an enumeration as a value type: a Java enum could not hold a value that the server adds later. */
final class EnumWriter {
    private EnumWriter() {}

    static SourceFile write(EnumModel type) {
        String name = Naming.type(type.name());
        SourceFile file = new SourceFile(name);
        file.add(Javadoc.ofType(type.name(), type.doc())
                .paragraph("A value that this version does not know keeps its text; {@link #isKnown()} tells.")
                .tag("@param value the text that LeadIQ uses")
                .render());
        file.add("public record %s(String value) {".formatted(name));
        for (EnumValue value : type.values()) {
            file.blankLine()
                    .addIndented(1, Javadoc.of(Javadoc.text(value.doc())).render())
                    .addIndented(1, constant(name, value.name()));
        }
        addLookup(file, name, constants(type));
        addMethods(file, name);
        return file.add("}");
    }

    private static String constant(String name, String value) {
        String left = "public static final %s %s =".formatted(name, Naming.constant(value));
        String right = "new %s(\"%s\");".formatted(name, value);
        return left + (left.length() + right.length() > SourceFile.WIDTH ? "\n        " : " ") + right;
    }

    private static List<String> constants(EnumModel type) {
        Set<String> taken = new HashSet<>(Set.of("KNOWN", "BY_VALUE"));
        List<String> constants = type.values().stream()
                .map(value -> Naming.constant(value.name()))
                .toList();
        constants.stream().filter(constant -> !taken.add(constant)).findFirst().ifPresent(constant -> {
            throw new IllegalArgumentException(type.name() + " would have the constant " + constant + " twice");
        });
        return constants;
    }

    private static void addLookup(SourceFile file, String name, List<String> constants) {
        file.blankLine()
                .addIndented(
                        1, "private static final %s<%s> KNOWN = List.of(".formatted(file.use("java.util.List"), name))
                .addIndented(3, String.join(",\n", constants) + ");")
                .blankLine()
                .addIndented(
                        1,
                        """
                        private static final %s<String, %s> BY_VALUE = KNOWN.stream()
                                .collect(%s.toUnmodifiableMap(%s::value, %s.identity()));
                        """
                                .formatted(
                                        file.use("java.util.Map"),
                                        name,
                                        file.use("java.util.stream.Collectors"),
                                        name,
                                        file.use("java.util.function.Function")));
    }

    private static void addMethods(SourceFile file, String name) {
        file.blankLine()
                .addIndented(
                        1,
                        """
                        public %1$s {
                            %2$s.requireNonNull(value, "value");
                        }

                        /** The constant of this text, or a value that keeps an unknown text; null for null. */
                        @%3$s(mode = JsonCreator.Mode.DELEGATING)
                        public static %1$s of(String value) {
                            if (value == null) {
                                return null;
                            }
                            %1$s known = BY_VALUE.get(value);
                            return known == null ? new %1$s(value) : known;
                        }

                        /** The values that this version knows, in the order of the schema. */
                        public static List<%1$s> values() {
                            return KNOWN;
                        }

                        /** Whether this is one of {@link #values()}. */
                        public boolean isKnown() {
                            return BY_VALUE.containsKey(value);
                        }

                        @Override
                        @%4$s
                        public String value() {
                            return value;
                        }

                        /** The text that LeadIQ uses. */
                        @Override
                        public String toString() {
                            return value;
                        }
                        """
                                .formatted(
                                        name,
                                        file.use("java.util.Objects"),
                                        file.useAnnotation("JsonCreator"),
                                        file.useAnnotation("JsonValue")));
    }
}
