from("direct:tracked")
    .to("leadiq:trackedCompanies?first=100")
    .log("${body.edges.size} of ${header.CamelLeadIQTotal}");
