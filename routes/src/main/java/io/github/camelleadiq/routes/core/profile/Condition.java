/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.List;
import java.util.Objects;

/**
 * One condition on a record.
 *
 * @param field the CRM's name of the field
 * @param operator how it is compared
 * @param values what it is compared with; empty where the operator takes none
 */
public record Condition(String field, Operator operator, List<String> values) {
    public Condition {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(operator, "operator");
        values = List.copyOf(values);
    }

    /** Whether it holds for this record; a missing field counts as empty. */
    public boolean holds(CrmRecord crmRecord) {
        return operator.test(crmRecord.text(field), values);
    }

    /** The condition in words, without the record's value. */
    @Override
    public String toString() {
        return field + " " + operator.profileName() + (values.isEmpty() ? "" : " " + values);
    }
}
