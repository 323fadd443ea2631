/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.field;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapFilterTest {
    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final String STAMP = "stamps: {enrichedAt: LeadIQ_Enriched_At__c}\n";

    private static GapFilter of(EnrichmentProfile profile, FieldDescribe... more) {
        return GapFilter.of(profile, describe(more), NOW);
    }

    private static FieldDescribe hidden(FieldDescribe field) {
        return new FieldDescribe(
                field.name(),
                field.type(),
                field.length(),
                field.updateable(),
                List.of(),
                false,
                Map.of(),
                Set.of(),
                false);
    }

    private static ObjectDescribe without(String name) {
        Map<String, FieldDescribe> fields = new HashMap<>(describe().fields());
        fields.remove(name);
        return new ObjectDescribe("Lead", fields);
    }

    @Test
    void recordsThatLackOneOfTheFieldsToFillMeetIt() {
        GapFilter filter = of(profile("mapping: {Email: person.email.work, NumberOfEmployees: company.employees}"));

        assertThat(filter).isEqualTo(new GapFilter("(Email = null OR NumberOfEmployees = null)", null));
    }

    @Test
    void aTextThatNobodySeesIsNoText() {
        GapFilter filter = of(profile("mapping: {Title: person.title}"));

        assertThat(filter.condition())
                .startsWith("(Title = null OR Title LIKE '_' OR Title LIKE '\u00a0%' OR ")
                .contains("Title LIKE '\u200b%'")
                .endsWith("Title LIKE '\ufeff%')");
    }

    @Test
    void aRecordThatWasEnrichedLatelyDoesNotMeetItByADayToBeSafe() {
        String mapping = "mapping: {Email: person.email.work}\n" + STAMP;

        assertThat(of(profile(mapping)).condition()).isEqualTo("(LeadIQ_Enriched_At__c = null) AND (Email = null)");
        assertThat(of(profile(mapping + "refreshAfter: 90d")).condition())
                .isEqualTo("(LeadIQ_Enriched_At__c = null OR LeadIQ_Enriched_At__c <= 2026-02-10T12:00:00Z)"
                        + " AND (Email = null)");
        assertThat(of(profile(mapping + "refreshAfter: 90d"), field("LeadIQ_Enriched_At__c", "date", 0))
                        .condition())
                .contains("LeadIQ_Enriched_At__c <= 2026-02-10)");
        assertThat(of(profile(mapping + "refreshAfter: 90d"), field("LeadIQ_Enriched_At__c", "string", 40))
                        .condition())
                .isEqualTo("(Email = null)");
    }

    @Test
    void whatIsReplacedKeepsRecordsThatLackNothing() {
        for (String policy : List.of("overwrite", "if-newer")) {
            GapFilter filter = of(profile("mapping: {Email: person.email.work, City: {from: person.city, policy: "
                    + policy + "}}\n" + STAMP));

            assertThat(filter.condition()).isEqualTo("(LeadIQ_Enriched_At__c = null)");
            assertThat(filter.hindrance()).contains("City", policy);
        }
        assertThat(of(profile("mapping: {Email: person.email.work, City: {from: person.city, policy: never}}")))
                .isEqualTo(new GapFilter("(Email = null)", null));
    }

    @Test
    void whatCannotBeFilteredOnKeepsRecordsThatLackNothing() {
        EnrichmentProfile profile = profile("mapping: {Email: person.email.work, Description: company.description}");

        GapFilter filter = of(profile, hidden(field("Description", "textarea", 32_000)));

        assertThat(filter.condition()).isNull();
        assertThat(filter.hindrance()).isEqualTo("Description cannot be filtered on");
    }

    @Test
    void whatTheUserMayNotSeeOrWriteIsNotLackedByAnyRecord() {
        EnrichmentProfile profile =
                profile("mapping: {Email: person.email.work, NumberOfEmployees: company.employees}");
        FieldDescribe readOnly = new FieldDescribe("NumberOfEmployees", "int", 0, false, List.of(), false);

        assertThat(GapFilter.of(profile, without("NumberOfEmployees"), NOW))
                .isEqualTo(new GapFilter("(Email = null)", null));
        assertThat(of(profile, readOnly)).isEqualTo(new GapFilter("(Email = null)", null));
        assertThat(GapFilter.of(
                        profile("mapping: {NumberOfEmployees: company.employees}"), without("NumberOfEmployees"), NOW))
                .isEqualTo(new GapFilter(null, "no field can be filled"));
    }

    @Test
    void theProfilesOwnFilterCountsWhereAQueryComparesAlike() {
        String filter =
                """
                mapping: {Email: person.email.work}
                filter:
                  - {field: IsConverted, op: not-in, values: ["true"]}
                  - {field: Rating, op: in, values: [hot, "it's"]}
                  - {field: Status, op: not-in, values: ["Closed", "Größer"]}
                  - {field: City, op: in, values: [Springfield]}
                  - {field: Title, op: contains, values: [chief]}
                """;

        assertThat(of(
                                profile(filter),
                                field("Rating", "picklist", 40, "Hot", "Warm"),
                                field("Status", "picklist", 40, "Open", "Closed"))
                        .condition())
                .isEqualTo("(IsConverted = false) AND (Rating IN ('hot','it\\'s','Hot'))"
                        + " AND (Status = null OR Status NOT IN ('Closed')) AND (Email = null)");
    }

    @Test
    void aConditionThatIsTooLongForAQueryIsLeftOut() {
        List<FieldDescribe> fields = IntStream.range(0, 40)
                .mapToObj(i -> field("A_Text_With_A_Long_Name_" + i + "__c", "string", 80))
                .toList();
        String mapping =
                fields.stream().map(field -> field.name() + ": person.title").collect(Collectors.joining(", "));

        GapFilter filter = of(profile("mapping: {" + mapping + "}\n" + STAMP), fields.toArray(FieldDescribe[]::new));

        assertThat(filter.condition()).isEqualTo("(LeadIQ_Enriched_At__c = null)");
        assertThat(filter.hindrance()).contains("40 fields", "too long");
    }
}
