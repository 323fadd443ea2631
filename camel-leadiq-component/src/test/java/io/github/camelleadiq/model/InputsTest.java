/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputsTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesWhatIsSet() throws JsonProcessingException {
        SearchPeopleInput input = SearchPeopleInput.builder()
                .firstName("Ada")
                .company(CompanyDetails.builder()
                        .domain("example.com")
                        .strict(false)
                        .build())
                .workEmailStatusIn(EmailVerificationStatusTypeInput.VERIFIED)
                .minConfidence(80)
                .build();

        assertThat(mapper.writeValueAsString(input))
                .isEqualTo("{\"firstName\":\"Ada\",\"company\":{\"domain\":\"example.com\",\"strict\":false},"
                        + "\"workEmailStatusIn\":[\"Verified\"],\"minConfidence\":80}");
    }

    @Test
    void emptyListIsWrittenAndNullListIsAbsent() throws JsonProcessingException {
        CompanyFilter.Builder filter = CompanyFilter.builder().names("Example Ltd");

        assertThat(mapper.writeValueAsString(filter.ids(List.of()).build()))
                .isEqualTo("{\"ids\":[],\"names\":[\"Example Ltd\"]}");
        assertThat(mapper.writeValueAsString(filter.ids((List<String>) null).build()))
                .isEqualTo("{\"names\":[\"Example Ltd\"]}");
        assertThat(mapper.readValue("{\"ids\":[],\"names\":null}", CompanyFilter.class))
                .isEqualTo(CompanyFilter.builder().ids().build());
    }

    @Test
    void toBuilderChangesACopy() {
        SearchPeopleInput first =
                SearchPeopleInput.builder().lastName("Example").limit(5).build();

        SearchPeopleInput second = first.toBuilder().limit(10).build();

        assertThat(first.limit()).isEqualTo(5);
        assertThat(second)
                .isEqualTo(SearchPeopleInput.builder()
                        .lastName("Example")
                        .limit(10)
                        .build());
    }

    @Test
    void laterChangesOfTheCallersListDoNotReachTheInput() {
        List<String> ids = new ArrayList<>(List.of("1"));
        RemoveTrackedCompaniesInput input =
                RemoveTrackedCompaniesInput.builder().ids(ids).build();

        ids.add("2");

        assertThat(input.ids()).containsExactly("1");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> input.ids().add("3"));
    }

    @Test
    void listsComeFromAnyCollection() {
        assertThat(RemoveTrackedCompaniesInput.builder()
                        .ids(Set.of("1"))
                        .build()
                        .ids())
                .containsExactly("1");
    }
}
