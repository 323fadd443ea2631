from("direct:newList")
    .setBody(constant(CreateListInput.builder().name("Spring campaign").build()))
    .to("leadiq:createList")
    .log("list ${body.id}");
