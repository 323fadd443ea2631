/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a record to a field, perhaps over other records.
 *
 * @param relations references to follow, with the name of each relation
 * @param field     the last one
 */
record Path(List<FieldDef> relations, FieldDef field) {

    static Path of(Org org, ObjectDef type, String text) {
        List<FieldDef> relations = new ArrayList<>();
        String[] names = text.split("\\.");
        ObjectDef current = type;
        for (int i = 0; i < names.length - 1; i++) {
            if (i == 0 && names[0].equalsIgnoreCase(type.name()) && current.relation(names[0]) == null) {
                continue;
            }
            FieldDef relation = current.relation(names[i]);
            if (relation == null) {
                throw SoqlException.field("Didn't understand relationship '" + names[i] + "' in field path.");
            }
            relations.add(relation);
            current = org.table(relation.target()).type();
        }
        String last = names[names.length - 1];
        FieldDef field = current.field(last);
        if (field == null) {
            throw SoqlException.field("No such column '" + last + "' on entity '" + current.name()
                    + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field"
                    + " name.");
        }
        return new Path(relations, field);
    }

    Object value(Org org, StoredRecord from) {
        StoredRecord current = from;
        for (FieldDef relation : relations) {
            current = current.get(relation.name()) instanceof String id ? org.find(relation.target(), id) : null;
            if (current == null) {
                return null;
            }
        }
        return current.get(field.name());
    }
}
