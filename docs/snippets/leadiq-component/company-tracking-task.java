from("direct:scan")
    .setHeader(LeadIQConstants.ID, header("taskId"))
    .to("leadiq:companyTrackingTask?first=100")
    .log("the scan is ${body.status}");
