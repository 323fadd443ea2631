/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Countries and states that are kept as codes, with labels of the org's own. */
class AddressCodesTest {
    private static final FieldDescribe COUNTRIES = new FieldDescribe(
            "CountryCode",
            "picklist",
            10,
            true,
            List.of("US", "MX", "IT", "DE", "X1"),
            true,
            Map.of("US", "U.S.A.", "MX", "Mexico", "IT", "Italy", "DE", "Germany", "X1", "Elsewhere"),
            Set.of(),
            true);

    /** Salesforce lists the same code and the same label once for each country. */
    private static final FieldDescribe STATES = new FieldDescribe(
            "StateCode",
            "picklist",
            10,
            true,
            List.of("CA", "CA", "BS", "BC", "UT"),
            true,
            Map.of("CA", "Cagliari", "BS", "Brescia", "BC", "Baja California", "UT", "Utah"),
            Set.of(),
            true,
            Map.of(
                    "US", Map.of("CA", "California", "UT", "Utah"),
                    "MX", Map.of("BC", "Baja California"),
                    "IT", Map.of("CA", "Cagliari", "BS", "Brescia")));

    private static final ObjectDescribe DESCRIBE = describe(COUNTRIES, STATES);

    private final List<Refusal> refusals = new ArrayList<>();

    /** What is written of these values to a record with those. */
    private Map<String, Object> fit(Map<String, Object> record, String... changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldChange> wanted = new ArrayList<>();
        for (int i = 0; i < changes.length; i += 2) {
            wanted.add(new FieldChange(changes[i], record.get(changes[i]), changes[i + 1], "person.test", null));
        }
        List<Object> given = new ArrayList<>();
        record.forEach((field, value) -> given.addAll(List.of(field, value)));
        new AddressCodes(lead(given.toArray()), DESCRIBE)
                .fit(wanted, refusals)
                .forEach(change -> values.put(change.field(), change.after()));
        return values;
    }

    private Map<String, Object> fit(String... changes) {
        return fit(Map.of(), changes);
    }

    @Test
    void textsTakeTheOrgsLabelsAndCodesItsCodes() {
        assertThat(fit("Country", "United States", "State", "california", "City", "Springfield"))
                .containsOnly(
                        Map.entry("Country", "U.S.A."),
                        Map.entry("State", "California"),
                        Map.entry("City", "Springfield"));
        assertThat(fit("CountryCode", "United States", "StateCode", "California"))
                .containsOnly(Map.entry("CountryCode", "US"), Map.entry("StateCode", "CA"));
        assertThat(fit("StateCode", "Cagliari", "CountryCode", "Italia"))
                .containsOnly(Map.entry("CountryCode", "IT"), Map.entry("StateCode", "CA"));
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatThePicklistLacksIsRefused() {
        assertThat(fit("Country", "France", "State", "Bretagne", "City", "Villemodèle"))
                .containsOnly(Map.entry("City", "Villemodèle"));
        assertThat(fit("Country", "Germany", "State", "Hessen")).containsOnly(Map.entry("Country", "Germany"));
        assertThat(refusals)
                .allMatch(refusal -> refusal.reason() == RefusalReason.NOT_IN_PICKLIST)
                .extracting(Refusal::field)
                .containsExactly("Country", "State", "State");
    }

    @Test
    void aStateGoesWithTheCountryThatTheRecordHas() {
        assertThat(fit("State", "Utah")).isEmpty();
        assertThat(fit(Map.of("Country", "U.S.A."), "State", "UT")).containsOnly(Map.entry("State", "Utah"));
        assertThat(fit(Map.of("CountryCode", "MX"), "State", "Utah")).isEmpty();
        assertThat(fit(Map.of("CountryCode", "DE"), "StateCode", "Utah")).isEmpty();
        assertThat(refusals).hasSize(3).allMatch(refusal -> refusal.field().startsWith("State"));
    }

    @Test
    void aCountryGoesWithTheStateThatTheRecordHas() {
        assertThat(fit(Map.of("State", "Utah"), "Country", "United States"))
                .containsOnly(Map.entry("Country", "U.S.A."));
        assertThat(refusals).isEmpty();
        assertThat(fit(Map.of("State", "Utah"), "Country", "Italy")).isEmpty();
        assertThat(refusals).hasSize(1);
    }

    @Test
    void anotherSpellingOfWhatIsThereIsNoChange() {
        assertThat(fit(Map.of("Country", "U.S.A."), "Country", "United States")).isEmpty();
        assertThat(refusals).isEmpty();
    }

    @Test
    void anOrgWithoutPicklistsTakesTexts() {
        AddressCodes codes = new AddressCodes(lead(), describe());
        List<FieldChange> changes = List.of(new FieldChange("State", null, "Hessen", "person.test", null));
        assertThat(codes.fit(changes, refusals)).isEqualTo(changes);
        assertThat(codes.isCode("StateCode")).isFalse();
        assertThat(refusals).isEmpty();
    }
}
