from("direct:names")                                  // a List of SearchPeopleInput
    .split(body())
        .to("leadiq:searchPeople?paging=all&maxItems=50")
        .to("direct:people");
