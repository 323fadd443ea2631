private static final class People extends EndpointRouteBuilder
        implements LeadIQEndpointBuilderFactory.LeadIQBuilders {
    @Override
    public void configure() {
        from(direct("person"))
                .to(leadiq("searchPeople").dataPoints("phone").input("limit", 2))
                .setHeader("spent", header(leadiq().leadIQCredits()));
    }
}
