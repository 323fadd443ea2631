/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.github.camelleadiq.client.OperationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The schemas that this component knows by itself, and the reading of a server's own. */
public final class Schemas {

    private static final String RESOURCE = "/io/github/camelleadiq/graphql/schema.graphqls";

    private Schemas() {}

    /** Everything that exists in either dialect. */
    public static SchemaModel union() {
        return Holder.UNION;
    }

    /** A schema of which nothing is known: only the scalars have a meaning. */
    public static SchemaModel unknown() {
        return Holder.UNKNOWN;
    }

    public static SchemaModel of(SchemaDialect dialect) {
        return Holder.DIALECTS.get(dialect);
    }

    /**
     * Reads the {@code data} of an answer to {@link Introspection#DOCUMENT}.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static SchemaModel ofIntrospection(Map<String, Object> data) {
        SchemaModel model;
        try {
            model = model(new IntrospectionResultToSchema().createSchemaDefinition(data), any -> true);
        } catch (RuntimeException | StackOverflowError e) {
            // the reader of graphql-java answers an ill-formed result with whatever comes first
            throw new IllegalArgumentException("not the answer to an introspection", e);
        }
        if (model.fields(model.rootType(OperationKind.QUERY)).isEmpty()) {
            throw new IllegalArgumentException("the answer to the introspection has no queries");
        }
        return model;
    }

    private static SchemaModel model(Document document, Predicate<DirectivesContainer<?>> kept) {
        return SchemaModel.of(sdl(document), kept);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // graphql-java declares the definitions of a document raw
    private static List<SDLDefinition<?>> sdl(Document document) {
        return (List) document.getDefinitionsOfType(SDLDefinition.class);
    }

    private static final class Holder {

        private static final Document DOCUMENT = parse();
        private static final SchemaModel UNION = model(DOCUMENT, any -> true);
        private static final SchemaModel UNKNOWN = SchemaModel.of(List.of(), any -> false);
        private static final Map<SchemaDialect, SchemaModel> DIALECTS = Map.of(
                SchemaDialect.DOCUMENTED, only(SchemaDialect.DOCUMENTED),
                SchemaDialect.LIVE, only(SchemaDialect.LIVE));

        private static SchemaModel only(SchemaDialect dialect) {
            String directive = dialect.name().toLowerCase(Locale.ROOT);
            return model(DOCUMENT, element -> element.hasDirective(directive));
        }

        private static Document parse() {
            try (InputStream source = Schemas.class.getResourceAsStream(RESOURCE)) {
                return Parser.parse(ParserEnvironment.newParserEnvironment()
                        .document(new String(source.readAllBytes(), StandardCharsets.UTF_8))
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
