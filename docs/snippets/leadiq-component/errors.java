onException(LeadIQInvalidRequestException.class)
    .handled(true)
    .setHeader("reason", simple("${exception.path}"))
    .to("direct:rejects");

onException(LeadIQInsufficientCreditsException.class)
    .handled(true)
    .to("direct:stopUntilTomorrow");

onException(LeadIQException.class)
    .onWhen(exchange -> {
        LeadIQException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, LeadIQException.class);
        return failure.isTransient() && !failure.mayHaveBeenProcessed();
    })
    .maximumRedeliveries(3)
    .redeliveryDelay(60_000);
