from("direct:prospect")
    .setHeader(LeadIQConstants.ID, header("prospect"))
    .to("leadiq:prospect")
    .log("on ${body.listIds.size} lists");
