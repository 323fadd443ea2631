from("direct:workato")
    .setBody(constant("https://example.com"))
    .to("leadiq:workatoToken")
    .to("direct:vault");
