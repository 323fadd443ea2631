from("direct:cancelScan")
    .setBody().message(m -> CancelCompanyTrackingTaskInput.builder()
        .id(m.getHeader("taskId", String.class))
        .reason("started by mistake")
        .build())
    .to("leadiq:cancelCompanyTrackingTask")
    .log("cancelled: ${body.success}");
