/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names and addresses, of which the CRM says that a part has changed. */
class CompoundFieldsTest {
    private static final EnrichmentProfile PROFILE = ProfileReader.read(
            "test.yaml",
            """
            object: Lead
            kind: person
            identifiers: {firstName: FirstName, lastName: LastName, fullName: Name, email: Email}
            mapping: {FirstName: person.firstName, City: person.city, Title: person.title}
            refreshAfter: 90d
            """);
    private static final CrmRecord NOW_NAMED =
            lead("FirstName", "Ada", "LastName", "Example", "Name", "Ada Example", "City", "Springfield");
    /** We filled the first name and the city. */
    private static final OwnValues LEDGER =
            (type, id, field, hash) -> (field.equals("FirstName") && hash.equals(ValueHash.of("Ada")))
                    || (field.equals("City") && hash.equals(ValueHash.of("Springfield")));

    private static GuardReason reason(ChangeKind kind, CrmRecord crmRecord, LastLookUp last, String... changed) {
        ChangeEvent event =
                new ChangeEvent("s", "1", "k", "Lead", List.of("00Q"), kind, Set.of(changed), null, null, NOW);
        return Guard.crmRecord(event, Optional.of(crmRecord), PROFILE, LEDGER, last, NOW)
                .reason();
    }

    private static GuardReason update(CrmRecord crmRecord, String... changed) {
        return reason(ChangeKind.UPDATE, crmRecord, LastLookUp.NONE, changed);
    }

    @Test
    void aPartThatWeWroteIsOursByItsValueAlone() {
        assertThat(update(NOW_NAMED, "Name.FirstName", "Address.City", "LastModifiedDate"))
                .isEqualTo(GuardReason.OWN_VALUES);
    }

    @Test
    void aPartOfSomebodyElsesIsNot() {
        assertThat(update(NOW_NAMED, "Name.LastName")).isEqualTo(GuardReason.PASSED);
        assertThat(update(NOW_NAMED, "Name.FirstName", "Name.LastName")).isEqualTo(GuardReason.PASSED);
        assertThat(update(lead("FirstName", "Adele", "LastName", "Example", "Name", "Adele Example"), "Name.FirstName"))
                .isEqualTo(GuardReason.PASSED);
    }

    @Test
    void ourPartOfANameIsNoNewIdentifier() {
        LastLookUp yesterday = new LastLookUp(
                NOW.minus(Duration.ofDays(1)),
                IdentifierPrint.of(lead("LastName", "Example", "Name", "Example"), PROFILE),
                null);
        // together with somebody's title
        assertThat(reason(ChangeKind.UPDATE, NOW_NAMED, yesterday, "Name.FirstName", "Title"))
                .isEqualTo(GuardReason.FRESH);
        assertThat(reason(ChangeKind.UPDATE, NOW_NAMED, yesterday, "Name.LastName"))
                .isEqualTo(GuardReason.PASSED);
        assertThat(reason(ChangeKind.GAP, NOW_NAMED, yesterday)).isEqualTo(GuardReason.FRESH);
    }
}
