/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A field by which a person or company says no. It is read, and never written.
 *
 * @param field the CRM's name of the field
 * @param blocks what must then be neither bought nor written
 */
public record OptOut(String field, Set<Source> blocks) {
    private static final Set<String> NOT_SET = Set.of("false", "no", "0");

    public OptOut {
        Objects.requireNonNull(field, "field");
        blocks = Set.copyOf(blocks);
    }

    /**
     * Whether the record says no. What can not be read as a no to the question is taken as a yes, and so is a record
     * without the field: what it would say is not known.
     */
    public boolean isSet(CrmRecord crmRecord) {
        if (!crmRecord.fields().containsKey(field)) {
            return true;
        }
        String text = crmRecord.text(field);
        return text != null && !NOT_SET.contains(text.toLowerCase(Locale.ROOT));
    }
}
