/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.karaf;

import io.github.camelleadiq.model.SearchPeopleInput;
import org.apache.camel.builder.RouteBuilder;

/** Looks up the email address in each file of {@code data/leadiq/in} and writes the answer to {@code data/leadiq/out}. */
final class PeopleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // a file that fails is moved away, or it would be looked up again at each poll
        from("file:{{sys:karaf.data}}/leadiq/in?moveFailed=.failed")
                .routeId("people")
                .transform()
                .body(String.class, email -> SearchPeopleInput.builder()
                        .email(email.strip())
                        .build())
                // the key comes from the environment variable LEADIQ_API_KEY; one person is asked for, for each is
                // billed
                .to("leadiq:searchPeople?input.limit=1&resultType=json"
                        + "&url={{sys:leadiq.url:https://api.leadiq.com/graphql}}")
                .to("file:{{sys:karaf.data}}/leadiq/out?fileName=${file:name.noext.single}.json");
    }
}
