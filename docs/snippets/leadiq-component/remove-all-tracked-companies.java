from("direct:untrackAll")
    .to("leadiq:removeAllTrackedCompanies")
    .log("done: ${body.success}");
