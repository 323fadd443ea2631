/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.schema;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Cuts the union schema down to one dialect, less some fields, and strips the directives that only this project knows.
 * What is left empty or refers to something gone goes too, until nothing changes.
 */
final class SchemaFilter {
    private static final Set<String> SPECIFIED_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();

    /**
     * @param definitions the union schema
     * @param mark        name of the directive that elements to keep carry
     * @param removed     fields to leave out all the same
     * @param renamed     new names of values, by enumeration and value
     */
    SchemaFilter(List<Definition<?>> definitions, String mark, Set<FieldName> removed, Map<FieldName, String> renamed) {
        for (Definition<?> definition : definitions) {
            if (definition instanceof TypeDefinition<?> type && isMarked(type, mark)) {
                TypeDefinition<?> kept = rewrite(
                        type,
                        (owner, member) -> isMarked((DirectivesContainer<?>) member, mark)
                                && !removed.contains(new FieldName(owner, member.getName())),
                        name -> true);
                if (kept != null) {
                    types.put(kept.getName(), rename(kept, renamed));
                }
            }
        }
        dropDangling();
    }

    /** Lets the fields of the query root be null, so that a failing lookup leaves its siblings alone. */
    void makeQueryRootNullable() {
        if (types.get("Query") instanceof ObjectTypeDefinition query) {
            List<FieldDefinition> fields = query.getFieldDefinitions().stream()
                    .map(f -> f.getType() instanceof NonNullType required
                            ? f.transform(b -> b.type(required.getType()))
                            : f)
                    .toList();
            types.put("Query", query.transform(b -> b.fieldDefinitions(fields)));
        }
    }

    List<Definition<?>> definitions() {
        List<Definition<?>> all = new ArrayList<>(types.values());
        SchemaDefinition.Builder schema = SchemaDefinition.newSchemaDefinition();
        for (String root : List.of("Query", "Mutation")) {
            if (types.containsKey(root)) {
                schema.operationTypeDefinition(OperationTypeDefinition.newOperationTypeDefinition()
                        .name(root.toLowerCase(Locale.ROOT))
                        .typeName(new TypeName(root))
                        .build());
            }
        }
        all.add(schema.build());
        return all;
    }

    private static TypeDefinition<?> rename(TypeDefinition<?> type, Map<FieldName, String> renamed) {
        return type instanceof EnumTypeDefinition enumeration
                ? enumeration.transform(b -> b.enumValueDefinitions(enumeration.getEnumValueDefinitions().stream()
                        .map(value -> value.transform(v -> v.name(renamed.getOrDefault(
                                new FieldName(enumeration.getName(), value.getName()), value.getName()))))
                        .toList()))
                : type;
    }

    private void dropDangling() {
        int before;
        do {
            before = size();
            Map<String, TypeDefinition<?>> next = new LinkedHashMap<>();
            Predicate<String> exists = name -> BUILT_IN.contains(name) || types.containsKey(name);
            types.values().forEach(type -> {
                TypeDefinition<?> kept =
                        rewrite(type, (owner, member) -> refersToExisting(owner, member, exists), exists);
                if (kept != null) {
                    next.put(kept.getName(), kept);
                }
            });
            types = next;
        } while (size() != before);
    }

    private boolean refersToExisting(String owner, NamedNode<?> member, Predicate<String> exists) {
        if (member instanceof FieldDefinition field) {
            boolean callable = field.getInputValueDefinitions().stream()
                    .allMatch(a -> exists.test(nameOf(a.getType())) || !(a.getType() instanceof NonNullType));
            return callable && exists.test(nameOf(field.getType())) && !missingFromAnImplementor(owner, field);
        }
        return !(member instanceof InputValueDefinition input) || exists.test(nameOf(input.getType()));
    }

    /** An interface cannot promise a field that one of its implementors has lost. */
    private boolean missingFromAnImplementor(String owner, FieldDefinition field) {
        return types.get(owner) instanceof InterfaceTypeDefinition
                && types.values().stream()
                        .filter(ObjectTypeDefinition.class::isInstance)
                        .map(ObjectTypeDefinition.class::cast)
                        .filter(t -> t.getImplements().stream()
                                .anyMatch(i -> nameOf(i).equals(owner)))
                        .anyMatch(t -> t.getFieldDefinitions().stream()
                                .noneMatch(f -> f.getName().equals(field.getName())));
    }

    private int size() {
        return types.values().stream().mapToInt(t -> 1 + t.getChildren().size()).sum();
    }

    /** The definition with only the members to keep, or null when none is left. */
    @SuppressWarnings("rawtypes") // graphql-java's builders take lists of the raw type
    private static TypeDefinition<?> rewrite(
            TypeDefinition<?> type, BiPredicate<String, NamedNode<?>> keep, Predicate<String> exists) {
        String owner = type.getName();
        List<Directive> directives = specified(type.getDirectives());
        if (type instanceof ObjectTypeDefinition object) {
            List<FieldDefinition> fields = fields(object.getFieldDefinitions(), owner, keep, exists);
            List<Type> interfaces = new ArrayList<>();
            object.getImplements().stream().filter(i -> exists.test(nameOf(i))).forEach(interfaces::add);
            return fields.isEmpty()
                    ? null
                    : object.transform(b ->
                            b.fieldDefinitions(fields).implementz(interfaces).directives(directives));
        }
        if (type instanceof InterfaceTypeDefinition contract) {
            List<FieldDefinition> fields = fields(contract.getFieldDefinitions(), owner, keep, exists);
            return fields.isEmpty()
                    ? null
                    : contract.transform(b -> b.definitions(fields).directives(directives));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            List<InputValueDefinition> fields = input.getInputValueDefinitions().stream()
                    .filter(f -> keep.test(owner, f))
                    .map(f -> f.transform(b -> b.directives(specified(f.getDirectives()))))
                    .toList();
            return fields.isEmpty()
                    ? null
                    : input.transform(b -> b.inputValueDefinitions(fields).directives(directives));
        }
        if (type instanceof EnumTypeDefinition enumeration) {
            var values = enumeration.getEnumValueDefinitions().stream()
                    .filter(v -> keep.test(owner, v))
                    .map(v -> v.transform(b -> b.directives(specified(v.getDirectives()))))
                    .toList();
            return values.isEmpty()
                    ? null
                    : enumeration.transform(b -> b.enumValueDefinitions(values).directives(directives));
        }
        if (type instanceof UnionTypeDefinition union) {
            List<Type> members = new ArrayList<>();
            union.getMemberTypes().stream().filter(m -> exists.test(nameOf(m))).forEach(members::add);
            return members.isEmpty()
                    ? null
                    : union.transform(b -> b.memberTypes(members).directives(directives));
        }
        return ((ScalarTypeDefinition) type).transform(b -> b.directives(directives));
    }

    private static List<FieldDefinition> fields(
            List<FieldDefinition> fields,
            String owner,
            BiPredicate<String, NamedNode<?>> keep,
            Predicate<String> exists) {
        return fields.stream()
                .filter(f -> keep.test(owner, f))
                .map(f -> f.transform(b -> b.directives(specified(f.getDirectives()))
                        .inputValueDefinitions(f.getInputValueDefinitions().stream()
                                .filter(a -> exists.test(nameOf(a.getType())))
                                .toList())))
                .toList();
    }

    private static boolean isMarked(DirectivesContainer<?> node, String mark) {
        return node.hasDirective(mark);
    }

    private static List<Directive> specified(List<Directive> directives) {
        return directives.stream()
                .filter(d -> SPECIFIED_DIRECTIVES.contains(d.getName()))
                .toList();
    }

    static String nameOf(Type<?> type) {
        if (type instanceof NonNullType required) {
            return nameOf(required.getType());
        }
        return type instanceof ListType list ? nameOf(list.getType()) : ((TypeName) type).getName();
    }
}
