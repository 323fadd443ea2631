/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.schema;

import graphql.language.Definition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.engine.SimulatorWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A schema that the simulator can serve: a dialect, perhaps less some fields, or with other values of enumerations. Immutable, without state of any one
 * simulator, so one instance may serve several. Building the executable form takes some tens of milliseconds and happens
 * once, when it is first needed.
 */
public final class SimulatedSchema {
    private static final List<Definition<?>> UNION = parseUnion();
    private static final Map<Dialect, SimulatedSchema> COMPLETE = new EnumMap<>(Dialect.class);

    static {
        for (Dialect dialect : Dialect.values()) {
            COMPLETE.put(dialect, new SimulatedSchema(dialect, Set.of(), Map.of(), false));
        }
    }

    private final Dialect dialect;
    private final Set<FieldName> removed;
    /** The new names of values, by enumeration and value. */
    private final Map<FieldName, String> renamed;

    private final boolean nullableRoots;
    private GraphQLSchema executable;

    private SimulatedSchema(
            Dialect dialect, Set<FieldName> removed, Map<FieldName, String> renamed, boolean nullableRoots) {
        this.dialect = dialect;
        this.removed = removed;
        this.renamed = renamed;
        this.nullableRoots = nullableRoots;
    }

    /** Everything that the dialect has. */
    public static SimulatedSchema of(Dialect dialect) {
        return COMPLETE.get(dialect);
    }

    /**
     * This schema less one field. What cannot stand without it (a type without fields, fields of that type) goes too.
     *
     * @param type  name of an object or input type
     * @param field name of one of its fields
     * @throws IllegalArgumentException if the dialect has no such field
     */
    public SimulatedSchema withoutField(String type, String field) {
        FieldName name = new FieldName(type, field);
        if (!fields(false).contains(name)) {
            throw new IllegalArgumentException("The " + dialect.directive() + " schema has no field " + name);
        }
        Set<FieldName> all = new LinkedHashSet<>(removed);
        all.add(name);
        return new SimulatedSchema(dialect, Set.copyOf(all), renamed, nullableRoots);
    }

    /**
     * This schema with another name for a value of an enumeration, which is answered where the value was: as LeadIQ adds values that
     * no client knows.
     *
     * @param enumeration name of an enumeration that answers have
     * @param value the name of one of its values
     * @param name what it is called now
     * @throws IllegalArgumentException if the dialect has no such value
     */
    public SimulatedSchema withValueRenamed(String enumeration, String value, String name) {
        if (!(executable().getType(enumeration) instanceof GraphQLEnumType type) || type.getValue(value) == null) {
            throw new IllegalArgumentException(
                    "The " + dialect.directive() + " schema has no value " + enumeration + "." + value);
        }
        Map<FieldName, String> all = new LinkedHashMap<>(renamed);
        all.put(new FieldName(enumeration, value), name);
        return new SimulatedSchema(dialect, removed, Map.copyOf(all), nullableRoots);
    }

    /** This schema with a query root whose fields may be null: a failing lookup then leaves its siblings alone. */
    public SimulatedSchema withNullableRoots() {
        return nullableRoots ? this : new SimulatedSchema(dialect, removed, renamed, true);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The fields of object and input types that may be null, in the order of the schema file; the roots left out. */
    public List<FieldName> nullableFields() {
        return fields(true).stream()
                .filter(f -> !f.type().equals("Query") && !f.type().equals("Mutation"))
                .toList();
    }

    /** The schema as text, as a client would see it. */
    public String sdl() {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(executable());
    }

    /** The schema with the simulator's resolvers behind it. */
    public synchronized GraphQLSchema executable() {
        if (executable == null) {
            TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
            filtered().forEach(d -> registry.add((SDLDefinition<?>) d));
            RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new SimulatorWiring());
            Scalars.ALL.values().forEach(wiring::scalar);
            // a renamed value stands for what the resolvers call by its old name
            renamed.keySet().stream().map(FieldName::type).distinct().forEach(enumeration -> {
                Map<String, String> values = renamed.entrySet().stream()
                        .filter(value -> value.getKey().type().equals(enumeration))
                        .collect(Collectors.toMap(
                                Map.Entry::getValue, value -> value.getKey().field()));
                wiring.type(TypeRuntimeWiring.newTypeWiring(enumeration)
                        .enumValues(name -> values.getOrDefault(name, name)));
            });
            executable = new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
        }
        return executable;
    }

    private List<Definition<?>> filtered() {
        SchemaFilter filter = new SchemaFilter(UNION, dialect.directive(), removed, renamed);
        if (nullableRoots) {
            filter.makeQueryRootNullable();
        }
        return filter.definitions();
    }

    private Set<FieldName> fields(boolean onlyNullable) {
        Set<FieldName> names = new LinkedHashSet<>();
        for (Definition<?> definition : filtered()) {
            if (definition instanceof ObjectTypeDefinition object) {
                object.getFieldDefinitions().stream()
                        .filter(f -> !onlyNullable || !(f.getType() instanceof NonNullType))
                        .forEach(f -> names.add(new FieldName(object.getName(), f.getName())));
            } else if (definition instanceof InputObjectTypeDefinition input) {
                input.getInputValueDefinitions().stream()
                        .filter(f -> !onlyNullable || !(f.getType() instanceof NonNullType))
                        .forEach(f -> names.add(new FieldName(input.getName(), f.getName())));
            }
        }
        return names;
    }

    private static List<Definition<?>> parseUnion() {
        try (InputStream in =
                SimulatedSchema.class.getResourceAsStream("/io/github/camelleadiq/simulator/schema.graphqls")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Definition<?>> definitions = new ArrayList<>();
            Parser.parse(text).getDefinitions().forEach(definitions::add);
            return List.copyOf(definitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
