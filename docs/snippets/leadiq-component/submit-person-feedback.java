from("direct:bounce")
    .setBody().message(m -> ApiPersonFeedback.builder()
        .personId(m.getHeader("personId", String.class))
        .value(m.getHeader("email", String.class))
        .type(ContactInfoType.WORK_EMAIL)
        .status(ContactInfoStatus.INVALID)
        .build())
    .to("leadiq:submitPersonFeedback")
    .log("feedback ${body}");
