from("direct:account")
    .setBody().message(m -> SearchCompanyInput.builder().domain(m.getHeader("domain", String.class)).build())
    .to("leadiq:searchCompany")
    .log("${body.totalResults} found");
