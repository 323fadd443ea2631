/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What one has to write around a plain HTTP or GraphQL client: the request as JSON, and the answer as records. */
final class SearchPeople {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Request.class);
    private static final ObjectReader READER = MAPPER.readerFor(Answer.class);

    private SearchPeople() {}

    static byte[] request(String email) throws JsonProcessingException {
        return WRITER.writeValueAsBytes(
                new Request(PeerDocuments.COMPACT, PeerDocuments.OPERATION, new Variables(input(email))));
    }

    static SearchPeopleInput input(String email) {
        return SearchPeopleInput.builder().email(email).build();
    }

    static SearchResult result(byte[] answer) throws IOException {
        return checked(READER.readValue(answer));
    }

    static SearchResult result(String answer) throws IOException {
        return checked(READER.readValue(answer));
    }

    static SearchResult result(InputStream answer) throws IOException {
        return checked(READER.readValue(answer));
    }

    private static SearchResult checked(Answer answer) throws IOException {
        if (answer.errors() != null && !answer.errors().isEmpty()) {
            throw new IOException("The server reports errors");
        }
        return answer.data().searchPeople();
    }

    private record Request(String query, String operationName, Variables variables) {}

    private record Variables(SearchPeopleInput input) {}

    private record Answer(Data data, List<JsonNode> errors) {}

    private record Data(SearchResult searchPeople) {}
}
