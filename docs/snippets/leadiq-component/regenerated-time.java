from("direct:researched")
    .setBody().message(m -> RegeneratedTimeInput.builder().personId(m.getHeader("personId", String.class)).build())
    .to("leadiq:regeneratedTime")
    .log("researched at ${body.time}");
