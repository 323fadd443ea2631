/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import io.github.camelleadiq.codegen.ModelSchema.EnumModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java sources of a schema, by file name. */
final class JavaModel {
    private JavaModel() {}

    static Map<String, String> of(ModelSchema schema) {
        Set<String> enumNames = schema.enums().stream().map(EnumModel::name).collect(Collectors.toSet());
        UnknownWriter unknownWriter = new UnknownWriter(enumNames);
        Map<String, String> sources = new TreeMap<>();
        Stream.of(
                        schema.outputs().stream().map(RecordWriter::write),
                        schema.inputs().stream().map(InputWriter::write),
                        schema.enums().stream().map(EnumWriter::write),
                        schema.unions().stream().map(UnionWriter::write),
                        schema.unions().stream().map(unknownWriter::write))
                .flatMap(files -> files)
                .forEach(file -> {
                    if (sources.put(file.fileName(), file.render()) != null) {
                        throw new IllegalArgumentException("Two types of the schema would become " + file.fileName());
                    }
                });
        return sources;
    }
}
