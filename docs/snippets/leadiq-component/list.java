from("direct:list")
    .setHeader(LeadIQConstants.ID, header("list"))
    .to("leadiq:list?limit=100")
    .log("${body.prospects.items.size} prospects");
