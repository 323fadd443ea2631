from("direct:abandon")
    .setBody(header("importId"))
    .to("leadiq:abandonBatch?argument.reason=duplicate")
    .log("given up: ${body.success}");
