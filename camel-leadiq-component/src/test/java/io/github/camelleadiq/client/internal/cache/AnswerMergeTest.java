/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When what was bought later belongs to what is kept, and when it does not. */
class AnswerMergeTest {

    private static final String KEPT = "{'results':[{'id':'1','email':'a@example.com'},{'id':'2','email':null}]}";

    @Test
    void putsRecordsTogetherByIdWhateverTheirOrder() {
        assertThat(join(KEPT, "{'results':[{'id':'2','phone':'555-2'},{'id':'1','phone':'555-1'}]}"))
                .contains(json("{'results':[{'id':'1','email':'a@example.com','phone':'555-1'},"
                        + "{'id':'2','email':null,'phone':'555-2'}]}"));
    }

    @Test
    void putsPositionsTogetherByEmployerTitleAndDates() {
        String position = "'companyId':'c','title':null,'dateRange':{'start':'2020','end':null}";
        String earlier = "'companyId':'c','title':null,'dateRange':{'start':'2010','end':null}";

        assertThat(join("[{" + position + "},{" + earlier + "}]", "[{" + earlier + ",'p':1},{" + position + ",'p':2}]"))
                .contains(json("[{" + position + ",'p':2},{" + earlier + ",'p':1}]"));
    }

    @Test
    void givesUpWhenSomebodyElseCameBack() {
        assertThat(join(KEPT, "{'results':[{'id':'1','phone':'x'},{'id':'3','phone':'y'}]}"))
                .isEmpty();
        assertThat(join(KEPT, "{'results':[{'id':'1','phone':'x'}]}")).isEmpty();
        assertThat(join(KEPT, "{'results':[]}")).isEmpty();
        assertThat(join(KEPT, "{'results':[{'id':'1','phone':'x'},{'id':'1','phone':'y'}]}"))
                .isEmpty();
        assertThat(join(KEPT, "null")).isEmpty();
    }

    @Test
    void givesUpWhenRecordsCannotBeToldApart() {
        assertThat(join("[{'name':'a'}]", "[{'phone':'x'}]")).isEmpty();
        assertThat(join("[{'id':null}]", "[{'id':null,'phone':'x'}]")).isEmpty();
        assertThat(join("[{'id':'1'},{'id':'1'}]", "[{'id':'1','x':1},{'id':'1','x':2}]"))
                .isEmpty();
    }

    @Test
    void givesUpWhenTheAnswersDisagree() {
        assertThat(join("{'id':'1','a':{'b':1}}", "{'id':'1','a':{'b':2,'c':3}}"))
                .isEmpty();
        assertThat(join("{'id':'1','a':null}", "{'id':'1','a':{'c':3}}")).isEmpty();
    }

    private static Optional<JsonNode> join(String kept, String bought) {
        return AnswerMerge.of(json(kept), json(bought));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
