/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/** Makes the endpoints {@code leadiq-salesforce-changes:object}. */
@Component(SalesforceRoutes.CHANGES)
public class SalesforceChangesComponent extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SalesforceChangesEndpoint endpoint = new SalesforceChangesEndpoint(uri, this);
        endpoint.setObject(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
