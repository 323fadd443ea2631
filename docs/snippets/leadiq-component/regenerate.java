from("direct:research")
    .setBody().message(m -> RegenerateRecordInput.builder().personId(m.getHeader("personId", String.class)).build())
    .to("leadiq:regenerate")
    .log("${body.value}");
