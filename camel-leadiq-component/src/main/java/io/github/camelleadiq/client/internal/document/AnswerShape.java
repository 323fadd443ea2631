/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Paging;
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
 * What to look for in an answer besides the record itself, by the document that asked for it: which objects are people,
 * which are companies, which members are contact data, and which tell how many more pages there are. Members go by the
 * names that they have in the answer, aliases among them; those of no interest are left out, so that they are passed over.
 */
public final class AnswerShape {

    /** What an object is to whoever bills it. */
    public enum Role {
        PERSON,
        COMPANY,
        /** An email address or phone number with its status. */
        CONTACT,
        OTHER
    }

    /** What a member says about the pages of a list. */
    public enum PageMember {
        TOTAL,
        HAS_MORE,
        CURSOR
    }

    /** The shape of an answer in which nothing is of interest. */
    public static final AnswerShape NOTHING = new AnswerShape(Role.OTHER);

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

    private static final String STATUS = "status";
    private static final String VALUE = "value";

    /**
     * A member of an object.
     *
     * @param field its name in the schema
     * @param isId whether it names the person or company that it is a member of
     * @param contact email or phone if it is one, else null
     * @param below what the objects in it are; null for a plain value
     * @param page what it says about pages, or null
     */
    public record Member(String field, boolean isId, DataPoint contact, AnswerShape below, PageMember page) {

        static Member of(String field, DataPoint contact, AnswerShape below) {
            return new Member(field, IDS.contains(field), contact, below, null);
        }

        /** Whether it is the status of an email address or phone number. */
        public boolean isStatus() {
            return field.equals(STATUS);
        }

        /** Whether it is the email address or phone number itself. */
        public boolean isValue() {
            return field.equals(VALUE);
        }
    }

    private final Role role;
    private final Map<String, Member> members = new HashMap<>();
    private boolean buysCompany;
    private int companyPlaces;
    private int companyPlacesOfPeople;
    private boolean hasFlagForMore;

    private AnswerShape(Role role) {
        this.role = role;
    }

    /**
     * The shape of the answer to an operation's field.
     *
     * @param billed whether people and companies are looked for
     */
    static AnswerShape of(Field root, List<FragmentDefinition> fragments, LeadIQOperation operation, boolean billed) {
        String rootType = Schemas.union().rootType(operation.kind());
        AnswerShape shape = Optional.of(root)
                .filter(field -> billed)
                .flatMap(field -> new Reader(fragments).member(rootType, field))
                .map(Member::below)
                .orElseGet(() -> new AnswerShape(Role.OTHER));
        shape.finish();
        shape.add(operation.paging());
        return shape;
    }

    /** The shape of an answer of which only the pages are of interest. */
    public static AnswerShape of(Paging paging) {
        AnswerShape shape = new AnswerShape(Role.OTHER);
        shape.add(paging);
        return shape;
    }

    public Role role() {
        return role;
    }

    /** Whether firmographics of this company were asked for. */
    public boolean buysCompany() {
        return buysCompany;
    }

    /** How many places for a company whose firmographics were asked for a person has, or an object outside of people. */
    public int companyPlaces() {
        return companyPlaces;
    }

    /** The same of the people below this object. */
    public int companyPlacesOfPeople() {
        return companyPlacesOfPeople;
    }

    /** Whether such an answer can be passed over as a whole. */
    public boolean isEmpty() {
        return role == Role.OTHER && members.isEmpty();
    }

    /** Whether there is a flag for a further page; where there is none, a cursor of null is the end. */
    public boolean hasFlagForMore() {
        return hasFlagForMore;
    }

    /** Null for a member that is passed over. */
    public Member member(String name) {
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

    private void add(Paging paging) {
        add(paging.total(), PageMember.TOTAL);
        add(paging.hasMore(), PageMember.HAS_MORE);
        add(paging.cursor(), PageMember.CURSOR);
        hasFlagForMore = !paging.hasMore().isEmpty();
    }

    private void add(List<String> path, PageMember page) {
        AnswerShape parent = this;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            Member known = parent.members.getOrDefault(name, Member.of(name, null, null));
            boolean isLast = i == path.size() - 1;
            AnswerShape below = known.below() == null && !isLast ? new AnswerShape(Role.OTHER) : known.below();
            parent.members.put(
                    name,
                    new Member(known.field(), known.isId(), known.contact(), below, isLast ? page : known.page()));
            parent = below;
        }
    }

    /** Leaves out what is of no interest and counts what is left. */
    private void finish() {
        members.values().removeIf(member -> !isOfInterest(member));
        int here = role == Role.COMPANY && buysCompany ? 1 : 0;
        companyPlaces = here + sum(below -> below.role == Role.PERSON ? 0 : below.companyPlaces);
        companyPlacesOfPeople = role == Role.PERSON ? companyPlaces : sum(below -> below.companyPlacesOfPeople);
    }

    private boolean isOfInterest(Member member) {
        AnswerShape below = member.below();
        if (below != null) {
            below.finish();
            return member.contact() != null
                    || below.role == Role.PERSON
                    || below.buysCompany
                    || !below.members.isEmpty();
        }
        return switch (role) {
            case PERSON -> member.isId() || member.contact() != null;
            case COMPANY -> member.isId() && buysCompany || member.contact() != null;
            case CONTACT -> member.isStatus() || member.isValue();
            case OTHER -> member.contact() != null;
        };
    }

    private int sum(ToIntFunction<AnswerShape> count) {
        return members.values().stream()
                .map(Member::below)
                .filter(Objects::nonNull)
                .mapToInt(count)
                .sum();
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
                return Optional.of(Member.of(field.getName(), CONTACT.contains(point) ? point : null, null));
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
                return Member.of(field.getName(), null, plain);
            }
            AnswerShape shape = new AnswerShape(Role.CONTACT);
            plain.members.forEach(shape::add);
            return Member.of(field.getName(), contact, shape);
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
