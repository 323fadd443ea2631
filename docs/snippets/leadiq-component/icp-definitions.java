from("direct:profiles")
    .to("leadiq:icpDefinitions?argument.productLines=Track")
    .log("${body.icps.size} profiles");
