from("direct:newLeads")
    .setBody(constant(FlatSearchInput.builder()
        .companyFilter(CompanyFilter.builder().industries("Software").countries("Ireland").build())
        .limit(25)
        .build()))
    .to("leadiq:flatAdvancedSearch")
    .log("page of ${body.people.size} of ${body.totalPeople}");
