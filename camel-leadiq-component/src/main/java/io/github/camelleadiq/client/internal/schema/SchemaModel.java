/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import io.github.camelleadiq.client.OperationKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A GraphQL schema as far as a client needs it: which types, fields, arguments, input fields and enum values there are.
 * Immutable. Made from definitions, wherever they come from: our own schema file or a server's introspection.
 */
public final class SchemaModel {

    private static final Map<OperationKind, String> DEFAULT_ROOTS =
            Map.of(OperationKind.QUERY, "Query", OperationKind.MUTATION, "Mutation");

    private final Map<OperationKind, String> roots;
    private final Map<String, TypeDefinition<?>> types;
    private final Map<String, Map<String, FieldDefinition>> fields;
    private final Map<String, Map<String, InputValueDefinition>> inputFields;
    private final Map<String, List<String>> enumValues;

    private SchemaModel(
            Map<OperationKind, String> roots,
            Map<String, TypeDefinition<?>> types,
            Map<String, Map<String, FieldDefinition>> fields,
            Map<String, Map<String, InputValueDefinition>> inputFields) {
        this.roots = roots;
        this.types = types;
        this.fields = fields;
        this.inputFields = inputFields;
        this.enumValues = new HashMap<>();
        types.forEach((name, type) -> {
            if (type instanceof EnumTypeDefinition enumeration) {
                enumValues.put(
                        name,
                        enumeration.getEnumValueDefinitions().stream()
                                .map(EnumValueDefinition::getName)
                                .toList());
            }
        });
    }

    /** @param kept tells which of the elements that can have directives are part of this schema */
    static SchemaModel of(List<? extends SDLDefinition<?>> definitions, Predicate<DirectivesContainer<?>> kept) {
        Map<OperationKind, String> roots = new EnumMap<>(DEFAULT_ROOTS);
        Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
        Map<String, Map<String, FieldDefinition>> fields = new LinkedHashMap<>();
        Map<String, Map<String, InputValueDefinition>> inputFields = new LinkedHashMap<>();
        for (SDLDefinition<?> definition : definitions) {
            if (definition instanceof SchemaDefinition schema) {
                roots.putAll(roots(schema));
            }
            if (!(definition instanceof TypeDefinition<?> type) || !kept.test(type)) {
                continue;
            }
            types.put(type.getName(), type);
            if (type instanceof ImplementingTypeDefinition<?> composite) {
                fields.put(type.getName(), index(composite.getFieldDefinitions(), kept));
            } else if (type instanceof InputObjectTypeDefinition input) {
                inputFields.put(type.getName(), index(input.getInputValueDefinitions(), kept));
            } else if (type instanceof EnumTypeDefinition enumeration) {
                types.put(
                        type.getName(),
                        enumeration.transform(builder -> builder.enumValueDefinitions(
                                List.copyOf(index(enumeration.getEnumValueDefinitions(), kept)
                                        .values()))));
            }
        }
        return new SchemaModel(roots, types, fields, inputFields);
    }

    private static Map<OperationKind, String> roots(SchemaDefinition schema) {
        Map<OperationKind, String> roots = new EnumMap<>(OperationKind.class);
        for (OperationTypeDefinition root : schema.getOperationTypeDefinitions()) {
            Arrays.stream(OperationKind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(root.getName()))
                    .forEach(kind -> roots.put(kind, root.getTypeName().getName()));
        }
        return roots;
    }

    private static <T extends NamedNode<T> & DirectivesContainer<T>> Map<String, T> index(
            Collection<T> members, Predicate<DirectivesContainer<?>> kept) {
        Map<String, T> byName = new LinkedHashMap<>();
        members.stream().filter(kept).forEach(member -> byName.put(member.getName(), member));
        return byName;
    }

    public String rootType(OperationKind kind) {
        return roots.get(kind);
    }

    public boolean hasType(String type) {
        return types.containsKey(type);
    }

    /** Whether a selection on this type needs {@code __typename} to be understood. */
    public boolean isAbstract(String type) {
        TypeDefinition<?> definition = types.get(type);
        return definition instanceof UnionTypeDefinition || definition instanceof InterfaceTypeDefinition;
    }

    /** Whether values of this type have fields, so that a selection on them is needed. */
    public boolean isComposite(String type) {
        return types.get(type) instanceof ObjectTypeDefinition || isAbstract(type);
    }

    /** Whether an object of the one type can be of the other: what an inline fragment asks. */
    public boolean overlaps(String type, String fragmentType) {
        return !Collections.disjoint(objectTypes(type), objectTypes(fragmentType))
                || type.equals(fragmentType) && hasType(type);
    }

    /** The object types that a value of this type can have. */
    private Set<String> objectTypes(String name) {
        TypeDefinition<?> type = types.get(name);
        if (type instanceof UnionTypeDefinition union) {
            return union.getMemberTypes().stream().map(SchemaModel::nameOf).collect(Collectors.toSet());
        }
        if (type instanceof InterfaceTypeDefinition) {
            return types.values().stream()
                    .filter(other -> other instanceof ObjectTypeDefinition object
                            && object.getImplements().stream()
                                    .anyMatch(member -> nameOf(member).equals(name)))
                    .map(TypeDefinition::getName)
                    .collect(Collectors.toSet());
        }
        return type instanceof ObjectTypeDefinition ? Set.of(name) : Set.of();
    }

    public Optional<FieldDefinition> field(String type, String name) {
        return Optional.ofNullable(fields.getOrDefault(type, Map.of()).get(name));
    }

    public Collection<FieldDefinition> fields(String type) {
        return fields.getOrDefault(type, Map.of()).values();
    }

    public boolean isInputObject(String type) {
        return inputFields.containsKey(type);
    }

    public Optional<InputValueDefinition> inputField(String type, String name) {
        return Optional.ofNullable(inputFields.getOrDefault(type, Map.of()).get(name));
    }

    public Collection<InputValueDefinition> inputFields(String type) {
        return inputFields.getOrDefault(type, Map.of()).values();
    }

    /** The names of an enumeration's values, or nothing when the type is no enumeration. */
    public Optional<List<String>> enumValues(String type) {
        return Optional.ofNullable(enumValues.get(type));
    }

    /** The Java property that an element is read into: its own name, or the one that {@code @property} gives. */
    public static <T extends NamedNode<T> & DirectivesContainer<T>> String property(T element) {
        return element.getDirectives("property").stream()
                .map(directive -> (StringValue) directive.getArgument("name").getValue())
                .map(StringValue::getValue)
                .findFirst()
                .orElse(element.getName());
    }

    /** The name of a type without list and non-null marks. */
    public static String nameOf(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return nameOf(nonNull.getType());
        }
        return type instanceof ListType list ? nameOf(list.getType()) : ((TypeName) type).getName();
    }
}
