from("direct:lead")
    .setBody().message(m -> SearchPeopleInput.builder().email(m.getHeader("email", String.class)).build())
    .to("leadiq:searchPeople")                                   // key from LEADIQ_API_KEY or the option apiKey
    .filter(simple("${body.totalResults} > 0"))
    .log("found, with confidence ${body.results[0].confidence}");
