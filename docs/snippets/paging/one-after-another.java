from("direct:search")
    .to("leadiq:flatAdvancedSearch?paging=stream&maxItems=5000&dataPoints=profile")
    .split(body()).streaming()
        .to("direct:person");
