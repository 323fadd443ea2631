from("direct:addProspect")
    .setHeader(LeadIQConstants.LIST_ID, header("list"))
    .setBody(constant(CreateProspectInput.builder()
        .firstName("Ada").lastName("Example").workEmail("ada@example.com").build()))
    .to("leadiq:addProspectToList")
    .log("prospect ${body.id}");
