from("direct:startScan")
    .setBody(constant(StartCompanyTrackingTaskInput.builder()
        .monthsBack(3)
        .unlockDataPoints(UnlockableDataPointRequest.PERSON_EMAIL)
        .build()))
    .to("leadiq:startCompanyTrackingTask")
    .log("task ${body.task.id}");
