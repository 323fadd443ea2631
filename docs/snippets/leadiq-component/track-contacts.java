from("direct:watch")
    .setBody(constant(TrackContactsInput.builder()
        .importId("import-1")
        .contacts(TrackContactInput.builder()
            .firstName("Ada").lastName("Example").companyName("Example").build())
        .build()))
    .to("leadiq:trackContacts")
    .log("${body.totalCount} contacts");
