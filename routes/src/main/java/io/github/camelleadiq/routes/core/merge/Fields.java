/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Kind;
import java.util.Optional;

/** Which fields cannot be written at all. */
final class Fields {
    private static final String PERSON_ACCOUNT = "IsPersonAccount";
    /** Salesforce puts it together from the parts of the person's name. */
    private static final String NAME = "Name";

    private Fields() {}

    /** Why a field cannot be written; empty if it can. */
    static Optional<Refusal> unwritable(
            String name, Optional<FieldDescribe> field, CrmRecord crmRecord, EnrichmentProfile profile) {
        if (profile.isOptOut(name)) {
            return refusal(name, RefusalReason.OPT_OUT_FIELD, "is an opt-out field, which is never written");
        }
        if (field.isEmpty()) {
            return refusal(name, RefusalReason.MISSING_FIELD, "is not a field of " + crmRecord.objectType());
        }
        if (!field.get().updateable()) {
            return refusal(name, RefusalReason.READ_ONLY, "is a formula or read-only");
        }
        if ("true".equalsIgnoreCase(crmRecord.text(PERSON_ACCOUNT))
                && (profile.kind() == Kind.COMPANY || name.equals(NAME))) {
            return refusal(name, RefusalReason.PERSON_ACCOUNT, "is not written where the account is a person");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String field, RefusalReason reason, String text) {
        return Optional.of(new Refusal(field, reason, text));
    }
}
