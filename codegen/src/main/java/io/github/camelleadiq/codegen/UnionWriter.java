/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.UnionModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a union, or an interface, as a sealed interface that tells its members by {@code __typename}. */
final class UnionWriter {
    private UnionWriter() {}

    static SourceFile write(UnionModel union) {
        String name = Naming.type(union.name());
        String unknown = Naming.unknownType(name);
        SourceFile file = new SourceFile(name);
        String jsonDeserialize = file.useDatabindAnnotation("JsonDeserialize");
        String permitted = Stream.concat(union.memberTypes().stream().map(Naming::type), Stream.of(unknown))
                .collect(Collectors.joining(", "));

        file.add(Javadoc.ofType(union.name(), union.doc())
                        .paragraph("A type that this version does not know is read as {@link %s}.".formatted(unknown))
                        .render())
                .add("@%s(using = %s.Deserializer.class)".formatted(jsonDeserialize, name))
                .add("@%s(\"__typename\")".formatted(file.useAnnotation("JsonPropertyOrder")))
                .add("public sealed interface %s\n        permits %s {".formatted(name, permitted))
                .blankLine()
                .addIndented(
                        1,
                        """
                        /** The name of the type in the schema; null if the server was not asked for it. */
                        @%s("__typename")
                        String typename();
                        """
                                .formatted(file.useAnnotation("JsonProperty")));
        for (Member member : union.sharedMembers()) {
            file.blankLine()
                    .addIndented(1, Javadoc.of(Javadoc.text(member)).render())
                    .addIndented(
                            1,
                            "%s %s();".formatted(TypeMapper.type(file, member.type()), Naming.member(member.name())));
        }
        addDeserializer(file, name, unknown, union.memberTypes());
        return file.add("}");
    }

    private static void addDeserializer(SourceFile file, String name, String unknown, List<String> memberTypes) {
        String entries = memberTypes.stream()
                .map(member -> "Map.entry(\"%s\", %s.class)".formatted(member, Naming.type(member)))
                .collect(Collectors.joining(",\n"));
        file.blankLine()
                .addIndented(
                        1,
                        """
                        /** Chooses the type by {@code __typename}. */
                        final class Deserializer extends %s<%s> {
                            public Deserializer() {
                                super(
                                        %s.class,
                                        %s.class,
                                        %s.ofEntries(
                        """
                                .formatted(
                                        file.useJson("TypenameDeserializer"),
                                        name,
                                        name,
                                        unknown,
                                        file.use("java.util.Map")))
                .addIndented(7, entries + "));")
                .addIndented(2, "}")
                .addIndented(1, "}");
    }
}
