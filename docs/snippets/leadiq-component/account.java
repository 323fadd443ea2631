from("timer:balance?period=1h")
    .to("leadiq:account")
    .log("${body.universalPlan.available} credits left");
