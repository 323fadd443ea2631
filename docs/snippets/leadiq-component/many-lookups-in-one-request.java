from("direct:leads")                                   // a List of SearchPeopleInput, Maps or JSON
    .to("leadiq:searchPeople?batchSize=25")
    .split(body())
        .filter(simple("${body.failure} == null"))
            .log("${body.result.totalResults} found");
