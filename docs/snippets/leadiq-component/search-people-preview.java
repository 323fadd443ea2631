from("direct:preview")
    .to("leadiq:searchPeoplePreview")
    .choice()
        .when(simple("${body.hasPhone} == true"))
            .setBody().message(m -> SearchPeopleInput.builder()
                .id(m.getBody(SearchPeoplePreviewResult.class).personId())
                .build())
            .to("leadiq:searchPeople?dataPoints=profile,email,phone")
    .end();
