from("direct:trackingBalance")
    .to("leadiq:contactTrackingBalance")
    .log("${body.remaining} left");
