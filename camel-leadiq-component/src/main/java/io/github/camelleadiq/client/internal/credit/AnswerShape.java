/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.parser.Parser;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.document.DataPointIndex;
import io.github.camelleadiq.client.internal.schema.SchemaModel;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What the JSON objects of an answer are, by the document that asked for them: which are people, which are companies,
 * and which members are contact data. Members go by the names that they have in the answer, aliases among them.
 */
final class AnswerShape {

    /** What an object is to whoever bills it. */
    enum Role {
        PERSON,
        COMPANY,
        /** An email address or phone number with its status. */
        CONTACT,
        OTHER
    }

    private static final Map<String, Role> ROLES = Map.of(
            "PersonRecord", Role.PERSON,
            "Person", Role.PERSON,
            "MatchingServicePerson", Role.PERSON,
            "CompanyInfo", Role.COMPANY,
            "Company", Role.COMPANY,
            "MatchingServiceCompany", Role.COMPANY);
    private static final Set<DataPoint> CONTACT = Set.of(DataPoint.EMAIL, DataPoint.PHONE);
    private static final Set<String> IDS = Set.of("id", "_id", "source");
    /** They belong to the profile of whoever works there. */
    private static final Set<String> IDENTITY_OF_COMPANY = Set.of("id", "source", "name", "__typename");

    /**
     * A member of an object.
     *
     * @param field its name in the schema
     * @param contact email or phone if it is one, else null
     * @param below what the objects in it are; null for a plain value
     */
    record Member(String field, DataPoint contact, AnswerShape below) {
        boolean isId() {
            return IDS.contains(field);
        }
    }

    private final Role role;
    private final Map<String, Member> members = new HashMap<>();
    private boolean buysCompany;

    private AnswerShape(Role role) {
        this.role = role;
    }

    /** The shape of the answer to an operation's field. */
    static AnswerShape of(LeadIQOperation operation, String document) {
        Document parsed = Parser.parse(document);
        Field root = (Field) parsed.getDefinitionsOfType(OperationDefinition.class)
                .get(0)
                .getSelectionSet()
                .getSelections()
                .get(0);
        Reader reader = new Reader(parsed.getDefinitionsOfType(FragmentDefinition.class));
        return reader.member(Schemas.union().rootType(operation.kind()), root)
                .map(Member::below)
                .orElseThrow(() -> new IllegalStateException(operation + " has no fields"));
    }

    Role role() {
        return role;
    }

    /** Whether firmographics of this company were asked for. */
    boolean buysCompany() {
        return buysCompany;
    }

    /** How many places for a company whose firmographics were asked for a person has, or an object outside of people. */
    int companyPlaces() {
        int here = role == Role.COMPANY && buysCompany ? 1 : 0;
        return here + places(below -> below.role == Role.PERSON ? 0 : below.companyPlaces());
    }

    /** The same of the people below this object. */
    int companyPlacesOfPeople() {
        return role == Role.PERSON ? companyPlaces() : places(AnswerShape::companyPlacesOfPeople);
    }

    private int places(ToIntFunction<AnswerShape> count) {
        return members.values().stream()
                .map(Member::below)
                .filter(Objects::nonNull)
                .mapToInt(count)
                .sum();
    }

    /** Null for a member that nobody pays for. */
    Member member(String name) {
        return members.get(name);
    }

    private void add(String name, Member member) {
        members.merge(name, member, (one, other) -> {
            if (one.below() != null && other.below() != null) {
                other.below().members.forEach(one.below()::add);
                one.below().buysCompany |= other.below().buysCompany;
            }
            return one;
        });
    }

    private static final class Reader {

        private final SchemaModel schema = Schemas.union();
        private final Map<String, FragmentDefinition> fragments;

        Reader(List<FragmentDefinition> fragments) {
            this.fragments =
                    fragments.stream().collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
        }

        Optional<Member> member(String type, Field field) {
            if (field.getSelectionSet() == null) {
                DataPoint point = DataPointIndex.get().of(type, field.getName());
                return Optional.of(new Member(field.getName(), CONTACT.contains(point) ? point : null, null));
            }
            return schema.field(type, field.getName())
                    .map(FieldDefinition::getType)
                    .map(SchemaModel::nameOf)
                    .map(below -> composite(field, below));
        }

        private Member composite(Field field, String type) {
            Role known = ROLES.get(type);
            AnswerShape plain = new AnswerShape(known == null ? Role.OTHER : known);
            read(field.getSelectionSet(), type, plain);
            DataPoint contact = known == null ? contactOf(plain) : null;
            if (contact == null) {
                return new Member(field.getName(), null, plain);
            }
            AnswerShape shape = new AnswerShape(Role.CONTACT);
            plain.members.forEach(shape::add);
            return new Member(field.getName(), contact, shape);
        }

        /** An object of nothing but values of contact data is contact data. */
        private static DataPoint contactOf(AnswerShape shape) {
            Set<DataPoint> points = shape.members.values().stream()
                    .filter(member -> !member.field().equals("__typename"))
                    .map(member -> Optional.ofNullable(member.below() == null ? member.contact() : null))
                    .map(point -> point.orElse(DataPoint.PROFILE))
                    .collect(Collectors.toSet());
            return points.size() == 1 && CONTACT.containsAll(points)
                    ? points.iterator().next()
                    : null;
        }

        private void read(SelectionSet selections, String type, AnswerShape shape) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    shape.buysCompany |= shape.role == Role.COMPANY && !IDENTITY_OF_COMPANY.contains(field.getName());
                    member(type, field).ifPresent(member -> shape.add(field.getResultKey(), member));
                } else if (selection instanceof InlineFragment fragment) {
                    TypeName condition = fragment.getTypeCondition();
                    read(fragment.getSelectionSet(), condition == null ? type : condition.getName(), shape);
                } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    read(fragment.getSelectionSet(), fragment.getTypeCondition().getName(), shape);
                }
            }
        }
    }
}
