from("direct:search")
    .to("leadiq:flatAdvancedSearch?paging=stream&pageSize=100&maxItems=5000&dataPoints=profile")
    .split(simple("${body.messages}")).streaming()
        .to("direct:person");
