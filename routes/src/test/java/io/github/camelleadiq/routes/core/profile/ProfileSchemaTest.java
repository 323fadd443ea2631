/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use and the reader say the same. */
class ProfileSchemaTest {
    private static final String PROFILES = "/io/github/camelleadiq/routes/profiles/";
    private static final String BASE =
            """
            object: Lead
            kind: %s
            identifiers: {%s}
            mapping: {%s}
            """;

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource("profile.schema.json"));

    @ParameterizedTest
    @ValueSource(strings = {"lead", "contact", "account"})
    void takesTheShippedProfiles(String name) {
        String yaml = resource("salesforce/" + name + ".yaml");
        assertThat(SCHEMA.validate(json(yaml))).isEmpty();
        ProfileReader.read(name, yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "City: person.city",
                "City: {from: [person.city, company.city], policy: never}",
                "City: {template: '{{person.city}}/{{ company.city }}'}",
                "City: {from: person.city, policy: overwrite, whenMissing: blank}",
                "City: {from: person.city, whenMissing: keep, values: {a: 1, b: true}}",
            })
    void bothTakeAMapping(String mapping) {
        assertThat(accepted(BASE.formatted("person", "email: [Email, Other__c]", mapping)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "City: person.cty",
                "City: []",
                "City: 1",
                "City: {}",
                "City: {from: person.city, template: '{{person.city}}'}",
                "City: {template: city}",
                "City: {template: '{{person.city}'}",
                "City: {template: '{{}}'}",
                "City: {from: person.city, policy: sometimes}",
                "City: {from: person.city, whenMissing: blank}",
                "City: {from: person.city, policy: if-newer, whenMissing: blank}",
                "City: {from: person.city, maxLength: 0}",
                "City: {from: person.city, maxLength: '9'}",
                "City: {from: person.city, tooLong: cut}",
                "City: {from: person.city, values: {}}",
                "City: {from: person.city, values: {a: ' '}}",
                "City: {from: person.city, values: {a: null}}",
                "City: {from: person.city, typo: 1}",
                "'Not a field': person.city",
            })
    void bothRefuseAMapping(String mapping) {
        assertThat(accepted(BASE.formatted("person", "email: Email", mapping))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refreshAfter: 90d",
                "minConfidence: 1",
                "budget: 0.5",
                "preview: false",
                "stamps: {}",
                "filter: [{field: A, op: empty}]",
                "optOuts: {A: [all, person.email.work]}",
                "watched: [A.B]",
                "defaultRegion: XK",
            })
    void bothTakeASetting(String setting) {
        assertThat(accepted(BASE.formatted("person", "email: Email", "City: person.city") + setting))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refreshAfter: 90",
                "refreshAfter: 0d",
                "refreshAfter: P90D",
                "minConfidence: 1.5",
                "minConfidence: '0.5'",
                "minConfidence: -0.1",
                "ambiguityMargin: high",
                "budget: -1",
                "budget: lots",
                "preview: yes",
                "policy: fill",
                "watched: []",
                "watched: Email",
                "watched: [1]",
                "filter: {}",
                "filter: []",
                "filter: [{field: A, op: is, values: [x]}]",
                "filter: [{field: A, op: in}]",
                "filter: [{field: A, op: empty, values: [x]}]",
                "filter: [{op: empty}]",
                "filter: [{field: A, op: in, values: []}]",
                "optOuts: {}",
                "optOuts: {A: person.phones}",
                "optOuts: {A: []}",
                "stamps: {leadiq: A}",
                "stamps: {status: 1}",
                "modifiedAt: ''",
                "emailStatuses: []",
                "emailStatuses: [Invalid]",
                "emailStatuses: Verified",
                "defaultRegion: usa",
                "defaultRegion: UK",
                "defaultRegion: EU",
                "defaultRegion: us",
                "typo: 1",
            })
    void bothRefuseASetting(String setting) {
        assertThat(accepted(BASE.formatted("person", "email: Email", "City: person.city") + setting))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifiers: {email: Email}\nmapping: {City: company.city}",
                "identifiers: {domain: Website}\nmapping: {City: person.city}",
                "identifiers: {domain: Website}\nmapping: {City: [company.city, person.city]}",
                "identifiers: {domain: Website}\nmapping: {City: {from: person.city}}",
                "identifiers: {domain: Website}\nmapping: {City: {template: 'x {{person.city}}'}}",
                "identifiers: {}\nmapping: {City: company.city}",
                "identifiers: {domain: Website}",
                "mapping: {City: company.city}",
                "identifiers: [domain]\nmapping: {City: company.city}",
            })
    void bothRefuseOfACompanyWhatItCannotHave(String rest) {
        assertThat(accepted("object: Account\nkind: company\n" + rest)).isFalse();
    }

    @Test
    void bothTakeACompany() {
        assertThat(accepted(BASE.formatted("company", "domain: Website", "City: {template: '{{company.city}}'}")))
                .isTrue();
    }

    /** What both say; fails if they differ. */
    private static boolean accepted(String yaml) {
        boolean bySchema = SCHEMA.validate(json(yaml)).isEmpty();
        boolean byReader = true;
        String message = "";
        try {
            ProfileReader.read("test", yaml);
        } catch (ProfileException refused) {
            byReader = false;
            message = refused.getMessage();
        }
        assertThat(byReader)
                .as("reader, where the schema says %s: %s", bySchema, message)
                .isEqualTo(bySchema);
        return bySchema;
    }

    private static JsonNode json(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new ObjectMapper().valueToTree(loaded);
    }

    private static String resource(String name) {
        try (InputStream stream = ProfileSchemaTest.class.getResourceAsStream(PROFILES + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
