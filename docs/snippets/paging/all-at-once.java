from("direct:companies")
    .to("leadiq:trackedCompanies?paging=all")
    .log("${body.size} companies are tracked");
