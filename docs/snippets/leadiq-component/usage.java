from("timer:usage?period=1h")
    .to("leadiq:usage")
    .log("the subscription is ${body.subscription.status}");
