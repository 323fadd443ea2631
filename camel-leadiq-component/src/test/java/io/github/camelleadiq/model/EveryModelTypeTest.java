/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each generated type, with the mapper of a user who configured nothing. */
class EveryModelTypeTest {
    private static final String TYPES = "io.github.camelleadiq.model.ModelTypes#";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void theListsOfTypesAreComplete() {
        assertThat(ModelTypes.records()).hasSizeGreaterThan(180).contains(LeadIQList.class);
        assertThat(ModelTypes.inputs()).hasSizeGreaterThan(30).contains(SearchPeopleInput.class);
        assertThat(ModelTypes.enumerations()).hasSizeGreaterThan(40).contains(EmailType.class);
        assertThat(ModelTypes.unions()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource(TYPES + "records")
    void survivesTheWayToJsonAndBack(Class<?> type) throws JsonProcessingException {
        Object example = ModelTypes.example(type);

        assertThat(mapper.readValue(mapper.writeValueAsString(example), (Class<?>) type))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource(TYPES + "unions")
    void unionSurvivesTheWayToJsonAndBackByTypename(Class<?> union) throws JsonProcessingException {
        for (Class<?> member : union.getPermittedSubclasses()) {
            Object example = ModelTypes.example(member);
            assertThat(mapper.readValue(mapper.writeValueAsString(example), (Class<?>) union))
                    .isEqualTo(example);
        }
    }

    @ParameterizedTest
    @MethodSource(TYPES + "outputs")
    void resultIgnoresUnknownFieldsAndHasNoNullList(Class<?> type) throws ReflectiveOperationException {
        for (String json : List.of("{}", "{\"notYetKnown\":{\"a\":[1]}}")) {
            Object empty = mapper.convertValue(read(json), type);
            for (RecordComponent component : type.getRecordComponents()) {
                Object value = component.getAccessor().invoke(empty);
                assertThat(value)
                        .as(component.getName())
                        .isEqualTo(component.getType() == List.class ? List.of() : null);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(TYPES + "outputs")
    void resultTakesNullForEveryMember(Class<?> type) throws JsonProcessingException {
        JsonNode nulls = read(
                mapper.writeValueAsString(ModelTypes.newRecord(type, new Object[type.getRecordComponents().length]))
                        .replace("[]", "null"));

        assertThat(mapper.convertValue(nulls, (Class<?>) type)).isEqualTo(mapper.convertValue(read("{}"), type));
    }

    @ParameterizedTest
    @MethodSource(TYPES + "inputs")
    void inputWritesNothingThatIsAbsentAndRefusesUnknownMembers(Class<?> type) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        Object empty = builder.getClass().getMethod("build").invoke(builder);

        assertThat(mapper.valueToTree(empty).toString()).isEqualTo("{}");
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() -> mapper.readValue("{\"notYetKnown\":1}", type));
    }

    @ParameterizedTest
    @MethodSource(TYPES + "inputs")
    void builderThatStartsFromAnInputKeepsEveryMember(Class<?> type) throws ReflectiveOperationException {
        Object example = ModelTypes.example(type);
        Object builder = type.getMethod("toBuilder").invoke(example);

        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource(TYPES + "enumerations")
    void enumerationKnowsItsConstantsAndKeepsOtherTexts(Class<?> type) throws ReflectiveOperationException {
        Method of = type.getMethod("of", String.class);
        Method isKnown = type.getMethod("isKnown");
        List<?> values = (List<?>) type.getMethod("values").invoke(null);

        assertThat(values).isNotEmpty();
        for (Object value : values) {
            assertThat(of.invoke(null, value.toString())).isSameAs(value);
            assertThat(isKnown.invoke(value)).isEqualTo(true);
        }
        Object unknown = of.invoke(null, "NotYetKnown");
        assertThat(unknown).hasToString("NotYetKnown");
        assertThat(isKnown.invoke(unknown)).isEqualTo(false);
        assertThat(of.invoke(null, (Object) null)).isNull();
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
