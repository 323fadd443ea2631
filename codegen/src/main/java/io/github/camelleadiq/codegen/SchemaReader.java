/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.github.camelleadiq.codegen.ModelSchema.Doc;
import io.github.camelleadiq.codegen.ModelSchema.EnumModel;
import io.github.camelleadiq.codegen.ModelSchema.EnumValue;
import io.github.camelleadiq.codegen.ModelSchema.Member;
import io.github.camelleadiq.codegen.ModelSchema.ObjectModel;
import io.github.camelleadiq.codegen.ModelSchema.OtherName;
import io.github.camelleadiq.codegen.ModelSchema.TypeRef;
import io.github.camelleadiq.codegen.ModelSchema.UnionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a schema in GraphQL's definition language. The root types are operations, not data, and are left out. */
final class SchemaReader {
    private static final Set<String> ROOT_TYPES = Set.of("Query", "Mutation");

    private final TypeDefinitionRegistry registry;

    private SchemaReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    static ModelSchema read(String definition) {
        return new SchemaReader(new SchemaParser().parse(definition)).model();
    }

    private ModelSchema model() {
        List<UnionModel> unions = Stream.concat(
                        all(UnionTypeDefinition.class).map(this::union),
                        all(InterfaceTypeDefinition.class).map(this::union))
                .sorted(Comparator.comparing(UnionModel::name))
                .toList();
        List<ObjectModel> outputs =
                outputTypes().map(type -> output(type, unions)).toList();
        List<ObjectModel> inputs =
                all(InputObjectTypeDefinition.class).map(this::input).toList();
        List<EnumModel> enums =
                all(EnumTypeDefinition.class).map(this::enumeration).toList();
        return new ModelSchema(outputs, inputs, enums, unions);
    }

    private Stream<ObjectTypeDefinition> outputTypes() {
        return all(ObjectTypeDefinition.class).filter(type -> !ROOT_TYPES.contains(type.getName()));
    }

    private <T extends TypeDefinition<?>> Stream<T> all(Class<T> kind) {
        return registry.types().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(TypeDefinition::getName));
    }

    private ObjectModel output(ObjectTypeDefinition type, List<UnionModel> unions) {
        List<String> supertypes = unions.stream()
                .filter(union -> union.memberTypes().contains(type.getName()))
                .map(UnionModel::name)
                .toList();
        return new ObjectModel(
                type.getName(),
                doc(type.getDescription(), type),
                fields(type.getName(), type.getFieldDefinitions()),
                supertypes);
    }

    private ObjectModel input(InputObjectTypeDefinition type) {
        List<Element> elements =
                type.getInputValueDefinitions().stream().map(Element::of).toList();
        return new ObjectModel(
                type.getName(), doc(type.getDescription(), type), members(type.getName(), elements), List.of());
    }

    private EnumModel enumeration(EnumTypeDefinition type) {
        List<EnumValue> values = type.getEnumValueDefinitions().stream()
                .map(value -> new EnumValue(value.getName(), doc(value.getDescription(), value)))
                .toList();
        return new EnumModel(type.getName(), doc(type.getDescription(), type), values);
    }

    private UnionModel union(UnionTypeDefinition type) {
        List<String> memberTypes = type.getMemberTypes().stream()
                .map(member -> ((TypeName) member).getName())
                .sorted()
                .toList();
        return new UnionModel(type.getName(), doc(type.getDescription(), type), memberTypes, List.of());
    }

    private UnionModel union(InterfaceTypeDefinition type) {
        List<String> memberTypes = outputTypes()
                .filter(member -> member.getImplements().stream()
                        .anyMatch(parent -> ((TypeName) parent).getName().equals(type.getName())))
                .map(ObjectTypeDefinition::getName)
                .toList();
        return new UnionModel(
                type.getName(),
                doc(type.getDescription(), type),
                memberTypes,
                fields(type.getName(), type.getFieldDefinitions()));
    }

    private static List<Member> fields(String owner, List<FieldDefinition> fields) {
        return members(owner, fields.stream().map(Element::of).toList());
    }

    private static List<Member> members(String owner, List<Element> elements) {
        List<Member> members = new ArrayList<>();
        for (Element element : elements) {
            if (element.property() == null) {
                members.add(member(element, owner, elements));
            } else if (elements.stream().noneMatch(other -> other.name().equals(element.property()))) {
                throw new IllegalArgumentException("%s.%s: @property names %s, which %s does not have"
                        .formatted(owner, element.name(), element.property(), owner));
            }
        }
        return List.copyOf(members);
    }

    private static Member member(Element element, String owner, List<Element> siblings) {
        List<OtherName> otherNames = new ArrayList<>();
        for (Element sibling : siblings) {
            if (element.name().equals(sibling.property())) {
                if (!sibling.type().name().equals(element.type().name())
                        || sibling.type().list()
                        || element.type().list()) {
                    throw new IllegalArgumentException("%s.%s and %s: one property needs one type, and no list"
                            .formatted(owner, element.name(), sibling.name()));
                }
                otherNames.add(new OtherName(sibling.name(), sibling.doc().presence()));
            }
        }
        return new Member(element.name(), element.type(), element.doc(), List.copyOf(otherNames));
    }

    private static TypeRef typeRef(Type<?> type) {
        boolean required = type instanceof NonNullType;
        Type<?> nullable = unwrapNonNull(type);
        if (!(nullable instanceof ListType listType)) {
            return new TypeRef(((TypeName) nullable).getName(), false, required);
        }
        if (unwrapNonNull(listType.getType()) instanceof TypeName element) {
            return new TypeRef(element.getName(), true, required);
        }
        throw new IllegalArgumentException("A list of lists is not supported: " + type);
    }

    private static Type<?> unwrapNonNull(Type<?> type) {
        return type instanceof NonNullType nonNull ? nonNull.getType() : type;
    }

    private static Doc doc(Description description, DirectivesContainer<?> element) {
        return new Doc(
                description == null ? null : description.getContent().strip(),
                new Presence(element.hasDirective("documented"), element.hasDirective("live")),
                directiveText(element, "deprecated", "reason"));
    }

    /** The text argument of a directive, or null where the element does not have the directive. */
    private static String directiveText(DirectivesContainer<?> element, String directive, String argument) {
        if (!element.hasDirective(directive)) {
            return null;
        }
        Argument value = element.getDirectives(directive).get(0).getArgument(argument);
        return value == null ? "" : ((StringValue) value.getValue()).getValue();
    }

    /** A field or an input field: GraphQL has two kinds of node for what is the same to us. */
    private record Element(String name, TypeRef type, Doc doc, String property) {

        static Element of(FieldDefinition field) {
            return new Element(
                    field.getName(),
                    typeRef(field.getType()),
                    SchemaReader.doc(field.getDescription(), field),
                    directiveText(field, "property", "name"));
        }

        static Element of(InputValueDefinition field) {
            return new Element(
                    field.getName(),
                    typeRef(field.getType()),
                    SchemaReader.doc(field.getDescription(), field),
                    directiveText(field, "property", "name"));
        }
    }
}
