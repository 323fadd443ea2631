try (HubSpotSimulator hubspot = HubSpotSimulator.builder().start()) {
    URI url = URI.create("http://127.0.0.1:8080/hubspot");
    hubspot.webhooks()
            .disorder(42, 0.2)
            .subscribe(new WebhookTarget(url, "client-secret", WebhookTarget.Format.CLASSIC));
}
