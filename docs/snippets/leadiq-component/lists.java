from("direct:lists")
    .to("leadiq:lists?limit=50")
    .log("${body.items.size} lists");
