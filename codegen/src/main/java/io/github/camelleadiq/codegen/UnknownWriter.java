/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.UnionModel;
import java.util.Set;

/** Writes the record that stands for a member of a union which this version does not know. */
final class UnknownWriter {
    private static final Set<String> TEXT_TYPES = Set.of("String", "ID", "Cursor");

    private final Set<String> enumNames;

    UnknownWriter(Set<String> enumNames) {
        this.enumNames = enumNames;
    }

    SourceFile write(UnionModel union) {
        String parent = Naming.type(union.name());
        String name = Naming.unknownType(parent);
        SourceFile file = new SourceFile(name);
        String map = file.use("java.util.Map");
        file.add(Javadoc.of("A {@link %s} of a type that this version does not know, or that came without its name."
                                .formatted(parent))
                        .tag(
                                "@param typename the name of the type in the schema; null if the server was not asked for it")
                        .tag("@param fields what the server sent, without {@code __typename}; numbers are exact")
                        .render())
                .add("@" + file.useDatabindAnnotation("JsonDeserialize"))
                .add(
                        """
                        public record %s(
                                @%2$s(%2$s.Include.NON_NULL) String typename,
                                @%3$s %4$s<String, Object> fields)
                                implements %5$s {

                            public %1$s {
                                fields = %6$s.copy(fields);
                            }

                            @%7$s(mode = JsonCreator.Mode.DELEGATING)
                            static %1$s fromJson(
                                    @JsonDeserialize(using = %8$s.class) Map<String, Object> object) {
                                String typename = RawFields.text(object, "__typename");
                                return new %1$s(typename, RawFields.without(object, "__typename"));
                            }
                        """
                                .formatted(
                                        name,
                                        file.useAnnotation("JsonInclude"),
                                        file.useAnnotation("JsonAnyGetter"),
                                        map,
                                        parent,
                                        file.useJson("RawFields"),
                                        file.useAnnotation("JsonCreator"),
                                        file.useJson("ExactJsonDeserializer")));
        for (Member member : union.sharedMembers()) {
            file.blankLine()
                    .addIndented(
                            1,
                            """
                            @Override
                            public %s %s() {
                                return %s;
                            }
                            """
                                    .formatted(
                                            TypeMapper.type(file, member.type()),
                                            Naming.member(member.name()),
                                            reading(union, member)));
        }
        return file.add("}");
    }

    private String reading(UnionModel union, Member member) {
        String arguments = "(fields, \"%s\")".formatted(member.name());
        String type = member.type().name();
        if (!member.type().list()) {
            if (TEXT_TYPES.contains(type)) {
                return "RawFields.text" + arguments;
            }
            if (enumNames.contains(type)) {
                return "%s.of(RawFields.text%s)".formatted(Naming.type(type), arguments);
            }
            if (type.equals("ZonedDateTime")) {
                return "RawFields.zonedDateTime" + arguments;
            }
        }
        throw new IllegalArgumentException("%s.%s: UnknownWriter cannot read a shared member of the type %s yet"
                .formatted(union.name(), member.name(), type));
    }
}
