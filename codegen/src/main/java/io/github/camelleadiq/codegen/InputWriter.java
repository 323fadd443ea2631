/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.ObjectModel;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an input type as a record with a builder. Null is absent; an empty list is a list. */
final class InputWriter {
    private final SourceFile file;
    private final String typeName;
    private final List<Member> members;

    private InputWriter(ObjectModel type) {
        typeName = Naming.type(type.name());
        file = new SourceFile(typeName);
        members = type.members();
    }

    static SourceFile write(ObjectModel type) {
        return new InputWriter(type).writeRecord(type);
    }

    private SourceFile writeRecord(ObjectModel type) {
        Components components = new Components(file, typeName, members);
        Javadoc javadoc = Javadoc.ofType(type.name(), type.doc());
        members.forEach(member -> javadoc.tag("@param %s %s".formatted(Naming.member(member.name()), text(member))));
        file.add(javadoc.render())
                .add("@%1$s(%1$s.Include.NON_NULL)".formatted(file.useAnnotation("JsonInclude")))
                .add("public record %s%s {".formatted(typeName, components.header()));
        components.addCompactConstructor("orNull");
        components.addFactoryForOtherNames();
        addBuilderMethods();
        addBuilder();
        return file.add("}");
    }

    private void addBuilderMethods() {
        file.blankLine()
                .addIndented(
                        1,
                        """
                        /** A builder with nothing set. */
                        public static Builder builder() {
                            return new Builder();
                        }

                        /** A builder that starts from this value. */
                        public Builder toBuilder() {
                            Builder builder = new Builder();
                        """);
        for (Member member : members) {
            file.addIndented(2, "builder.%1$s = %1$s;".formatted(Naming.member(member.name())));
        }
        file.addIndented(2, "return builder;").addIndented(1, "}");
    }

    private void addBuilder() {
        file.blankLine()
                .addIndented(
                        1,
                        Javadoc.of("Builds a {@link %s}. ".formatted(typeName)
                                        + "What is not set, or set to null, is absent; each setter replaces what was set"
                                        + " before. For use by one thread.")
                                .render())
                .addIndented(1, "public static final class Builder {");
        for (Member member : members) {
            file.addIndented(
                    2, "private %s %s;".formatted(TypeMapper.type(file, member.type()), Naming.member(member.name())));
        }
        file.blankLine().addIndented(2, "private Builder() {}");
        members.forEach(this::addSetter);
        file.blankLine()
                .addIndented(2, "public %s build() {".formatted(typeName))
                .addIndented(3, "return new %s(".formatted(typeName))
                .addIndented(
                        5,
                        members.stream()
                                .map(member -> Naming.member(member.name()))
                                .collect(Collectors.joining(",\n", "", ");")))
                .addIndented(2, "}")
                .addIndented(1, "}");
    }

    private void addSetter(Member member) {
        String name = Naming.member(member.name());
        String javadoc = Javadoc.of(text(member)).render();
        String type = TypeMapper.elementType(file, member.type());
        if (!member.type().list()) {
            addSetter(javadoc, "%s %s".formatted(type, name), name, "this.%1$s = %1$s;\nreturn this;".formatted(name));
            return;
        }
        addSetter(
                javadoc,
                "%s<%s> %s".formatted(file.use("java.util.Collection"), type, name),
                name,
                "this.%1$s = %2$s.orNull(%1$s);\nreturn this;".formatted(name, file.useJson("Lists")));
        addSetter(
                javadoc,
                "%s... %s".formatted(type, name),
                name,
                "return %1$s(%2$s.asList(%1$s));".formatted(name, file.use("java.util.Arrays")));
    }

    private void addSetter(String javadoc, String parameter, String name, String body) {
        file.blankLine()
                .addIndented(2, javadoc)
                .addIndented(2, "public Builder %s(%s) {".formatted(name, parameter))
                .addIndented(3, body)
                .addIndented(2, "}");
    }

    private static String text(Member member) {
        return (member.type().required() ? "Required. " : "") + Javadoc.text(member);
    }
}
