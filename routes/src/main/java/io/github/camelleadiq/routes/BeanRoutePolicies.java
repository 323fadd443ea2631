/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.NamedNode;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;

/**
 * Part of the templates' files, which declare it as a bean: a route made from a template, whose first step is a bean that
 * is a {@link RoutePolicy}, has that bean for its policy, so that what the bean holds ends with the route.
 *
 * <p>A template cannot say so itself: Camel 4.18 and older call the key {@code routePolicy}, 4.19 and newer
 * {@code routePolicyRef}, and each refuses the other name.
 */
public final class BeanRoutePolicies implements CamelContextAware {
    private CamelContext camelContext;

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        // each file of templates declares the bean, and a route must not be told twice
        if (camelContext.getRoutePolicyFactories().stream().noneMatch(Factory.class::isInstance)) {
            camelContext.addRoutePolicyFactory(new Factory());
        }
    }

    /** Not the bean itself: Camel Main adds the factories that it finds among the beans once more. */
    private static final class Factory implements RoutePolicyFactory {
        @Override
        public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode node) {
            if (node instanceof RouteDefinition route
                    && route.getRouteTemplateContext() != null
                    && !route.getOutputs().isEmpty()
                    && route.getOutputs().get(0) instanceof BeanDefinition first
                    && first.getRef() != null) {
                String name = context.resolvePropertyPlaceholders(first.getRef());
                return context.getRegistry().lookupByName(name) instanceof RoutePolicy policy ? policy : null;
            }
            return null;
        }
    }
}
