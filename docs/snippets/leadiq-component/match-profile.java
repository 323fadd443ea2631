from("direct:address")
    .setBody().message(m -> new MatchingServiceInput(m.getHeader("email", String.class)))
    .to("leadiq:matchProfile")
    .log("${body.people.size} candidates");
