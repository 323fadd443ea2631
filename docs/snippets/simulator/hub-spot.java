try (HubSpotSimulator hubspot = HubSpotSimulator.builder().start()) {
    String id = hubspot.seed("contacts", Map.of("email", "ada@example.com"));
    // point your routes at hubspot.url() with the token HubSpotSimulator.TOKEN
    hubspot.humanUpdate("contacts", id, Map.of("jobtitle", "CTO"));
    hubspot.record("contacts", id);
}
