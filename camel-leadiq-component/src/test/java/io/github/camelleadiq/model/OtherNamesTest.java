/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same fact under the documented and under the live name is one property. */
class OtherNamesTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x'}",
                "{'_id':'x'}",
                "{'id':'x','_id':'x'}",
                "{'id':null,'_id':'x'}",
                "{'_id':'x','id':null}",
                "{'_id':null,'id':'x'}",
                "{'id':'x','_id':null}"
            })
    void personId(String json) throws JsonProcessingException {
        PersonRecord person = read(json, PersonRecord.class);

        assertThat(person.id()).isEqualTo("x");
        assertThat(mapper.writeValueAsString(person)).contains("\"id\":\"x\"").doesNotContain("_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'x'}", "{'source':'x'}", "{'source':'x','id':null}", "{'id':null,'source':'x'}"})
    void companyId(String json) throws JsonProcessingException {
        assertThat(read(json, CompanyInfo.class).id()).isEqualTo("x");
        assertThat(read(json, SearchCompanyInput.class))
                .isEqualTo(SearchCompanyInput.builder().id("x").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'totalAdded':3}", "{'total':3}", "{'total':3,'totalAdded':null}"})
    void totalAdded(String json) throws JsonProcessingException {
        assertThat(read(json, AddTrackedCompaniesResponse.class).totalAdded()).isEqualTo(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'totalRemoved':3}", "{'totalRemaining':3}", "{'totalRemoved':null,'totalRemaining':3}"})
    void totalRemoved(String json) throws JsonProcessingException {
        assertThat(read(json, RemoveTrackedCompaniesResponse.class).totalRemoved())
                .isEqualTo(3L);
    }

    private <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json.replace('\'', '"'), type);
    }
}
