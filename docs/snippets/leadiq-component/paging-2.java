from("direct:allTracked")
    .setHeader(LeadIQConstants.HAS_MORE, constant(true))
    .loopDoWhile(simple("${header.CamelLeadIQHasMore} == true"))
        .to("leadiq:trackedCompanies?first=100")
        .to("direct:page")
        .setHeader(LeadIQConstants.AFTER, header(LeadIQConstants.NEXT_CURSOR))
    .end();
