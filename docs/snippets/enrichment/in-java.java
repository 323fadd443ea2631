EnrichmentState state = EnrichmentState.open(dataSource);
LeadIQRoutes routes = LeadIQRoutes.of(state)
        .crm("direct:read", "direct:write", "direct:describe")
        .profile("salesforce/lead")                 // or a file, or an EnrichmentProfile
        .mode(Mode.DRY_RUN);
routes.addTo(context);
