from("direct:accounts")
    .setBody(constant(GroupedSearchInput.builder()
        .companyFilter(CompanyFilter.builder().industries("Software").build())
        .limitPerCompany(3)
        .build()))
    .to("leadiq:groupedAdvancedSearch")
    .log("${body.totalCompanies} companies");
