LeadiqComponentBuilderFactory.leadiq()
        .apiKey(LeadIQSimulator.DEMO_KEY)
        .url(LEADIQ.simulator().url().toString())
        .requestsPerMinute(0)
        .register(context, "leadiq");
