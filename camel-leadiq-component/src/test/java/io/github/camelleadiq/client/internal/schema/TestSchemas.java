/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The schema of a server, cut out of our schema file independently of the code under test. */
public final class TestSchemas {

    private static final Document UNION = parse();

    private TestSchemas() {}

    public static Document document(SchemaDialect dialect) {
        String directive = dialect.name().toLowerCase(Locale.ROOT);
        return filtered(UNION, element -> element.hasDirective(directive), (type, field) -> true);
    }

    public static GraphQLSchema graphql(SchemaDialect dialect) {
        return graphql(document(dialect));
    }

    public static GraphQLSchema graphql(Document document) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
    }

    static SchemaModel model(Document document) {
        List<SDLDefinition<?>> definitions = document.getDefinitions().stream()
                .filter(SDLDefinition.class::isInstance)
                .<SDLDefinition<?>>map(definition -> (SDLDefinition<?>) definition)
                .toList();
        return SchemaModel.of(definitions, any -> true);
    }

    /** Without a field; an object that has no other keeps one that nobody knows, since GraphQL has no empty objects. */
    static Document without(Document document, String type, String field) {
        return filtered(
                document,
                any -> true,
                (owner, name) ->
                        !(name.equals(field) && (owner.equals(type) || sharesInterface(document, owner, type))));
    }

    private static boolean sharesInterface(Document document, String owner, String type) {
        return implementers(document, owner).contains(type)
                || implementers(document, type).contains(owner);
    }

    private static Set<String> implementers(Document document, String common) {
        return document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(object -> object.getImplements().stream()
                        .anyMatch(implemented ->
                                ((TypeName) implemented).getName().equals(common)))
                .map(ObjectTypeDefinition::getName)
                .collect(Collectors.toSet());
    }

    private interface Kept {
        boolean test(DirectivesContainer<?> element);
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the definitions of a document raw
    private static Document filtered(Document document, Kept kept, BiPredicate<String, String> fields) {
        Set<String> types = document.getDefinitionsOfType(TypeDefinition.class).stream()
                .filter(type -> kept.test((DirectivesContainer<?>) type))
                .map(TypeDefinition::getName)
                .collect(Collectors.toSet());
        List<Definition> definitions = document.getDefinitions().stream()
                .filter(definition -> !(definition instanceof TypeDefinition<?> type) || types.contains(type.getName()))
                .<Definition>map(definition -> filtered(definition, types, kept, fields))
                .toList();
        return document.transform(builder -> builder.definitions(definitions));
    }

    private static Definition<?> filtered(
            Definition<?> definition, Set<String> types, Kept kept, BiPredicate<String, String> fields) {
        if (definition instanceof ObjectTypeDefinition type) {
            return type.transform(builder ->
                    builder.fieldDefinitions(fields(type.getName(), type.getFieldDefinitions(), kept, fields)));
        }
        if (definition instanceof InterfaceTypeDefinition type) {
            return type.transform(
                    builder -> builder.definitions(fields(type.getName(), type.getFieldDefinitions(), kept, fields)));
        }
        if (definition instanceof InputObjectTypeDefinition type) {
            return type.transform(builder -> builder.inputValueDefinitions(
                    type.getInputValueDefinitions().stream().filter(kept::test).toList()));
        }
        if (definition instanceof EnumTypeDefinition type) {
            return type.transform(builder -> builder.enumValueDefinitions(
                    type.getEnumValueDefinitions().stream().filter(kept::test).toList()));
        }
        if (definition instanceof UnionTypeDefinition type) {
            return type.transform(builder -> builder.memberTypes(type.getMemberTypes().stream()
                    .filter(member -> types.contains(((TypeName) member).getName()))
                    .toList()));
        }
        return definition;
    }

    private static List<FieldDefinition> fields(
            String type, List<FieldDefinition> all, Kept kept, BiPredicate<String, String> fields) {
        List<FieldDefinition> left = all.stream()
                .filter(kept::test)
                .filter(field -> fields.test(type, field.getName()))
                .toList();
        return left.isEmpty() ? List.of(new FieldDefinition("unknownToUs", new TypeName("Int"))) : left;
    }

    private static Document parse() {
        try (InputStream source = Schemas.class.getResourceAsStream("/io/github/camelleadiq/graphql/schema.graphqls")) {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(new String(source.readAllBytes(), StandardCharsets.UTF_8))
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
