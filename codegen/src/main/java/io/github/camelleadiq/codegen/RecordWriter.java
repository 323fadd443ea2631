/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.ObjectModel;
import java.util.stream.Collectors;

/** Writes a result type as a record. */
final class RecordWriter {
    private RecordWriter() {}

    static SourceFile write(ObjectModel type) {
        String name = Naming.type(type.name());
        SourceFile file = new SourceFile(name);
        Components components = new Components(file, name, type.members());

        Javadoc javadoc = Javadoc.ofType(type.name(), type.doc());
        Components.describe(javadoc, type.members());
        file.add(javadoc.render());
        file.add("@%s(ignoreUnknown = true)".formatted(file.useAnnotation("JsonIgnoreProperties")));
        if (!type.supertypes().isEmpty()) {
            // without it the record would inherit the deserializer of its interface, and end in a circle
            file.add("@" + file.useDatabindAnnotation("JsonDeserialize"));
        }
        file.add("public record %s%s%s {".formatted(name, components.header(), implementsClause(type)));
        components.addCompactConstructor("orEmpty");
        components.addFactoryForOtherNames();
        if (!type.supertypes().isEmpty()) {
            addTypename(file, type);
        }
        return file.add("}");
    }

    private static String implementsClause(ObjectModel type) {
        return type.supertypes().isEmpty()
                ? ""
                : type.supertypes().stream().map(Naming::type).collect(Collectors.joining(", ", " implements ", ""));
    }

    private static void addTypename(SourceFile file, ObjectModel type) {
        file.blankLine()
                .addIndented(
                        1,
                        """
                        @Override
                        public String typename() {
                            return "%s";
                        }
                        """
                                .formatted(type.name()));
    }
}
