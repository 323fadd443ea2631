/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GraphQL types as Java types, with the annotations that make Jackson read and write them exactly. */
final class TypeMapper {
    /** A scalar's Java type, and our (de)serializer where Jackson's own would lose something; null where not. */
    private record Scalar(String javaType, String deserializer, String serializer) {}

    private static final Scalar TEXT = new Scalar("java.lang.String", null, null);

    private static final Map<String, Scalar> SCALARS = Map.ofEntries(
            Map.entry("String", TEXT),
            Map.entry("ID", TEXT),
            Map.entry("Cursor", TEXT),
            Map.entry("Boolean", new Scalar("java.lang.Boolean", null, null)),
            Map.entry("Int", new Scalar("java.lang.Integer", "ExactIntegerDeserializer", null)),
            Map.entry("Long", new Scalar("java.lang.Long", "ExactLongDeserializer", null)),
            Map.entry("Float", new Scalar("java.lang.Double", null, null)),
            Map.entry("BigDecimal", new Scalar("java.math.BigDecimal", null, null)),
            Map.entry("Json", new Scalar("java.lang.Object", "ExactJsonDeserializer", null)),
            Map.entry("LocalDate", new Scalar("java.time.LocalDate", "LocalDateDeserializer", "IsoTextSerializer")),
            Map.entry("Instant", new Scalar("java.time.Instant", "InstantDeserializer", "IsoTextSerializer")),
            Map.entry(
                    "ZonedDateTime",
                    new Scalar("java.time.ZonedDateTime", "ZonedDateTimeDeserializer", "IsoTextSerializer")));

    private TypeMapper() {}

    static String type(SourceFile file, TypeRef ref) {
        String element = elementType(file, ref);
        return ref.list() ? file.use("java.util.List") + "<" + element + ">" : element;
    }

    static String elementType(SourceFile file, TypeRef ref) {
        Scalar scalar = SCALARS.get(ref.name());
        return scalar == null ? Naming.type(ref.name()) : file.use(scalar.javaType());
    }

    static List<String> annotations(SourceFile file, TypeRef ref) {
        List<String> annotations = new ArrayList<>(readAnnotations(file, ref));
        Scalar scalar = SCALARS.get(ref.name());
        if (scalar != null && scalar.serializer() != null) {
            annotations.add(annotation(file, "JsonSerialize", ref, scalar.serializer()));
        }
        return annotations;
    }

    /** Only those that matter for reading. */
    static List<String> readAnnotations(SourceFile file, TypeRef ref) {
        Scalar scalar = SCALARS.get(ref.name());
        return scalar == null || scalar.deserializer() == null
                ? List.of()
                : List.of(annotation(file, "JsonDeserialize", ref, scalar.deserializer()));
    }

    private static String annotation(SourceFile file, String name, TypeRef ref, String implementation) {
        return "@%s(%s = %s.class)"
                .formatted(
                        file.useDatabindAnnotation(name),
                        ref.list() ? "contentUsing" : "using",
                        file.useJson(implementation));
    }
}
