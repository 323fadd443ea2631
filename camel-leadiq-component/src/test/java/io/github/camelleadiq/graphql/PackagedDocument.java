/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.graphql;

import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One operation document as a user finds it on the class path. */
record PackagedDocument(String name, Document document) {

    private static final String FOLDER = "/io/github/camelleadiq/graphql/";
    private static final String EXTENSION = ".graphql";

    static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(read("schema.graphqls")));
    }

    static List<PackagedDocument> all() {
        try {
            URI folder =
                    PackagedDocument.class.getResource(FOLDER + "operations").toURI();
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                return files.map(file -> file.getFileName().toString())
                        .sorted()
                        .map(PackagedDocument::of)
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackagedDocument of(String file) {
        return new PackagedDocument(
                file.substring(0, file.length() - EXTENSION.length()), Parser.parse(read("operations/" + file)));
    }

    private static String read(String resource) {
        try (InputStream in = PackagedDocument.class.getResourceAsStream(FOLDER + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OperationDefinition operation() {
        return document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    }

    /** The guards with the values that they have when nobody sets them. */
    Map<String, Boolean> guards() {
        Map<String, Boolean> guards = new TreeMap<>();
        operation().getVariableDefinitions().stream()
                .filter(PackagedDocument::isBoolean)
                .filter(variable -> variable.getDefaultValue() != null)
                .forEach(variable ->
                        guards.put(variable.getName(), ((BooleanValue) variable.getDefaultValue()).isValue()));
        return guards;
    }

    private static boolean isBoolean(VariableDefinition variable) {
        return variable.getType() instanceof NonNullType required
                && required.getType() instanceof TypeName type
                && type.getName().equals("Boolean");
    }

    @Override
    public String toString() {
        return name;
    }
}
