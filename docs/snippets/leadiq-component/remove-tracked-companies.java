from("direct:untrack")
    .setBody(constant(RemoveTrackedCompaniesInput.builder().ids("1", "2").build()))
    .to("leadiq:removeTrackedCompanies")
    .log("${body.notFound.size} were not on the list");
