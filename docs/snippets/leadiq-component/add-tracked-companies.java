from("direct:track")
    .setBody(constant(AddTrackedCompaniesInput.builder()
        .companies(AddTrackedCompanyInput.builder().name("Example").domain("example.com").build())
        .build()))
    .to("leadiq:addTrackedCompanies")
    .log("${body.totalAdded} added");
