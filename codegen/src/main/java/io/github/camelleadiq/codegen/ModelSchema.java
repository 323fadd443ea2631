/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import java.util.List;

/** What the generator needs to know of the schema: every list in the order of names, every member in the order written. */
record ModelSchema(
        List<ObjectModel> outputs, List<ObjectModel> inputs, List<EnumModel> enums, List<UnionModel> unions) {

    /** What is said of a type or member; {@code deprecation} is null unless the server deprecates it. */
    record Doc(String description, Presence presence, String deprecation) {}

    record TypeRef(String name, boolean list, boolean required) {}

    /** One Java property, and the names under which the schema has it: its own first, then those of @property. */
    record Member(String name, TypeRef type, Doc doc, List<OtherName> otherNames) {}

    record OtherName(String name, Presence presence) {}

    record ObjectModel(String name, Doc doc, List<Member> members, List<String> supertypes) {}

    record EnumModel(String name, Doc doc, List<EnumValue> values) {}

    record EnumValue(String name, Doc doc) {}

    /** A union, or an interface, whose shared members every member type has. */
    record UnionModel(String name, Doc doc, List<String> memberTypes, List<Member> sharedMembers) {}
}
