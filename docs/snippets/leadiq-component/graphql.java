from("direct:own")
    .setBody().message(m -> Map.of("domain", m.getHeader("domain", String.class)))
    .to("leadiq:graphql?query=resource:classpath:company-by-domain.graphql")
    .log("${body[searchCompany][totalResults]} found");
