from("direct:contacts")
    .to("leadiq:trackedContacts?argument.importId=import-1&limit=100")
    .log("more to come: ${body.isProcessing}");
