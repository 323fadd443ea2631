from("direct:plain")
    .setHeader("variables", constant(new JsonObject(Map.of(
        "input", Map.of("email", "ada@example.com"),
        "email", true,
        "phone", false))))
    .to("graphql:https://api.leadiq.com/graphql"
        + "?queryFile=io/github/camelleadiq/graphql/operations/searchPeople.graphql"
        + "&operationName=SearchPeople&variablesHeader=variables"
        + "&accessToken=RAW({{leadiq.secretBase64Key}})&jwtAuthorizationType=Basic");
