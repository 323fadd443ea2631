from("direct:search")
    .to("leadiq:flatAdvancedSearch?paging=stream")
    .split(simple("${body.messages}")).streaming().stopOnException()
        .to("direct:person")
        .process(exchange -> checkpoint.store(exchange.getMessage().getHeader("CamelLeadIQNextOffset", Integer.class)));
