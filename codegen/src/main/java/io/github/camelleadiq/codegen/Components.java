/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.OtherName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What records of results and of inputs have in common: components, compact constructor, reading under other names. */
final class Components {
    private final SourceFile file;
    private final String typeName;
    private final List<Member> members;

    Components(SourceFile file, String typeName, List<Member> members) {
        this.file = file;
        this.typeName = typeName;
        this.members = members;
    }

    /** The record's components in parentheses. */
    String header() {
        List<String> components = new ArrayList<>();
        for (Member member : members) {
            String name = Naming.member(member.name());
            List<String> lines = new ArrayList<>();
            if (!name.equals(member.name())) {
                lines.add(jsonProperty(member.name()));
            }
            lines.addAll(TypeMapper.annotations(file, member.type()));
            lines.add(TypeMapper.type(file, member.type()) + " " + name);
            components.add(String.join("\n", lines).indent(8).stripTrailing());
        }
        return components.stream().collect(Collectors.joining(",\n", "(\n", ")"));
    }

    /** Copies lists, so that a record never changes; {@code copier} says what becomes of null. */
    void addCompactConstructor(String copier) {
        List<Member> lists =
                members.stream().filter(member -> member.type().list()).toList();
        if (lists.isEmpty()) {
            return;
        }
        file.blankLine().addIndented(1, "public " + typeName + " {");
        for (Member list : lists) {
            String name = Naming.member(list.name());
            file.addIndented(2, "%s = %s.%s(%s);".formatted(name, file.useJson("Lists"), copier, name));
        }
        file.addIndented(1, "}");
    }

    /**
     * An alias would let the last name win, even with a null. So where a property has several names each is a parameter
     * of its own, and the first that is not null wins.
     */
    void addFactoryForOtherNames() {
        if (members.stream().allMatch(member -> member.otherNames().isEmpty())) {
            return;
        }
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Member member : members) {
            List<String> jsonNames = Stream.concat(
                            Stream.of(member.name()),
                            member.otherNames().stream().map(OtherName::name))
                    .toList();
            jsonNames.forEach(jsonName -> parameters.add(parameter(member, jsonName)));
            arguments.add(firstNotNull(jsonNames.stream().map(Naming::member).toList()));
        }
        file.blankLine()
                .addIndented(
                        1,
                        Javadoc.of("Reads each property under each of its names; a null under one name does not hide a"
                                        + " value under another.")
                                .render())
                .addIndented(1, "@" + file.useAnnotation("JsonCreator"))
                .addIndented(1, "static %s fromJson(".formatted(typeName))
                .addIndented(3, String.join(",\n", parameters) + ") {")
                .addIndented(2, "return new %s(".formatted(typeName))
                .addIndented(4, String.join(",\n", arguments) + ");")
                .addIndented(1, "}");
    }

    private static String firstNotNull(List<String> names) {
        String last = names.get(names.size() - 1);
        return names.subList(0, names.size() - 1).stream()
                .map(name -> "%1$s != null ? %1$s : ".formatted(name))
                .collect(Collectors.joining("", "", last));
    }

    private String parameter(Member member, String jsonName) {
        List<String> parts = new ArrayList<>();
        parts.add(jsonProperty(jsonName));
        parts.addAll(TypeMapper.readAnnotations(file, member.type()));
        String annotations = String.join(" ", parts);
        String declaration = TypeMapper.type(file, member.type()) + " " + Naming.member(jsonName);
        return annotations
                + (annotations.length() + declaration.length() > SourceFile.WIDTH - 8 ? "\n        " : " ")
                + declaration;
    }

    private String jsonProperty(String name) {
        return "@%s(\"%s\")".formatted(file.useAnnotation("JsonProperty"), name);
    }

    static void describe(Javadoc javadoc, List<Member> members) {
        members.forEach(
                member -> javadoc.tag("@param %s %s".formatted(Naming.member(member.name()), Javadoc.text(member))));
    }
}
