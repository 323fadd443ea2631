/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.boot;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** From an email address to a {@link PersonView}; to null if LeadIQ knows none. */
@Component
class PersonRoutes extends RouteBuilder {

    static final String BY_EMAIL = "direct:person-by-email";

    @Override
    public void configure() {
        from(BY_EMAIL)
                .routeId("person-by-email")
                // the controller tells what went wrong
                .errorHandler(noErrorHandler())
                .transform()
                .body(String.class, email -> SearchPeopleInput.builder()
                        .email(email)
                        // each person that comes back is billed
                        .limit(1)
                        .build())
                .to("leadiq:searchPeople")
                .transform()
                .body(SearchResult.class, PersonRoutes::person);
    }

    private static PersonView person(SearchResult answer) {
        List<PersonRecord> found = answer.results();
        return found.isEmpty() ? null : PersonView.of(found.get(0));
    }
}
