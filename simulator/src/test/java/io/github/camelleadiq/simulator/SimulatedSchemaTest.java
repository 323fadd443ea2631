/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import io.github.camelleadiq.simulator.schema.FieldName;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedSchemaTest {
    private static final SimulatedSchema LIVE = SimulatedSchema.of(Dialect.LIVE);

    @Test
    void eachDialectHasItsOwnNames() {
        GraphQLSchema live = LIVE.executable();
        GraphQLSchema documented = SimulatedSchema.of(Dialect.DOCUMENTED).executable();
        assertThat(live.getQueryType().getFieldDefinitions()).hasSize(18);
        assertThat(live.getMutationType().getFieldDefinitions()).hasSize(11);
        assertThat(documented.getQueryType().getFieldDefinitions()).hasSize(8);
        assertThat(documented.getMutationType().getFieldDefinitions()).hasSize(7);
        assertThat(live.getObjectType("AddTrackedCompaniesResponse").getFieldDefinition("total"))
                .isNull();
        assertThat(documented.getObjectType("AddTrackedCompaniesResponse").getFieldDefinition("totalAdded"))
                .isNull();
        assertThat(documented.getType("ContactFilter")).isNull();
        assertThat(documented.getType("Email")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void ourDirectivesAreNotServed(Dialect dialect) {
        assertThat(SimulatedSchema.of(dialect).sdl())
                .doesNotContain("@live", "@documented", "@property")
                .contains("@deprecated");
    }

    @Test
    void everyNullableFieldOfTheLiveSchemaCanBeRemoved() {
        List<FieldName> fields = LIVE.nullableFields();
        assertThat(fields).hasSizeGreaterThan(400);
        for (FieldName field : fields) {
            GraphQLSchema schema =
                    LIVE.withoutField(field.type(), field.field()).executable();
            assertThat(schema.getType(field.type()) == null
                            || !schema.getType(field.type()).getChildren().stream()
                                    .anyMatch(c -> c instanceof GraphQLNamedSchemaElement named
                                            && named.getName().equals(field.field())))
                    .as(field.toString())
                    .isTrue();
        }
    }

    @Test
    void aTypeWithoutFieldsTakesItsUsersWithIt() {
        GraphQLSchema schema =
                LIVE.withoutField("RegeneratedTimeResult", "time").executable();
        assertThat(schema.getType("RegeneratedTimeResult")).isNull();
        assertThat(schema.getQueryType().getFieldDefinition("regeneratedTime")).isNull();
        assertThatThrownBy(() -> LIVE.withoutField("PersonRecord", "colour"))
                .hasMessage("The live schema has no field PersonRecord.colour");
    }

    @Test
    void aValueCanHaveAnotherName() {
        SimulatedSchema drifted = LIVE.withValueRenamed("EmailVerificationStatusType", "Verified", "Certified")
                .withValueRenamed("EmailVerificationStatusType", "VerifiedLikely", "CertifiedLikely");
        try (LeadIQSimulator simulator =
                LeadIQSimulator.builder().schema(drifted).start()) {
            String answer = new Caller(simulator)
                    .data(
                            LookupCall.people("currentPositions { emails { status } }"),
                            LookupCall.by("email", "ada@acme.example"))
                    .toString();

            assertThat(answer).contains("\"Certified").doesNotContain("\"Verified");
        }
        assertThat(drifted.sdl()).contains("CertifiedLikely");
        assertThatThrownBy(() -> LIVE.withValueRenamed("PhoneType", "Pager", "Beeper"))
                .hasMessage("The live schema has no value PhoneType.Pager");
    }

    @Test
    void theSchemaCanBeExchangedWhileRunning() {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder().start()) {
            Caller caller = new Caller(simulator);
            Map<String, Object> ada = LookupCall.by("email", "ada@acme.example");
            caller.data(LookupCall.people("confidence"), ada);
            simulator.schema(LIVE.withoutField("PersonRecord", "confidence"));
            assertThat(caller.ask(LookupCall.people("confidence"), ada).has("errors"))
                    .isTrue();
            caller.data(LookupCall.people("id"), ada);
            simulator.reset();
            caller.data(LookupCall.people("confidence"), ada);
        }
    }
}
