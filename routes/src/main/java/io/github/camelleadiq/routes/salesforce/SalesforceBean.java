/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;

/** What the beans of the templates have in common: the component by which they reach Salesforce. */
abstract class SalesforceBean implements CamelContextAware {
    private CamelContext camelContext;
    private String component = "salesforce";

    @Override
    public final CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public final void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    public final String getComponent() {
        return component;
    }

    /** The name of the Salesforce component; {@code salesforce} if not set. */
    public final void setComponent(String component) {
        this.component = component;
    }

    final SalesforceApi api() {
        return SalesforceApi.of(camelContext, component);
    }
}
