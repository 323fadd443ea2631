from("direct:lead")
    .setBody().message(m -> SearchPeopleInput.builder()
        .fullName(m.getHeader("name", String.class))
        .company(CompanyDetails.builder().domain(m.getHeader("domain", String.class)).build())
        .build())
    .to("leadiq:searchPeople")
    .log("${body.totalResults} found");
