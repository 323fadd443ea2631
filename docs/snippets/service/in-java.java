SalesforceEnrichment enrichment = new SalesforceEnrichment();
enrichment.setLoginUrl("https://example.my.salesforce.com");
enrichment.setClientId(System.getenv("SALESFORCE_CLIENT_ID"));
enrichment.setClientSecret(System.getenv("SALESFORCE_CLIENT_SECRET"));
enrichment.setMode("live");
context.addRoutes(enrichment);
