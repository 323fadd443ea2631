/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.karaf;

import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiCamelContextPublisher;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts the routes with the bundle and stops them with it. */
public final class Activator implements BundleActivator {
    private CamelContext camel;

    @Override
    public void start(BundleContext bundle) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        // makes the context a service, by which Karaf's commands camel:* find it
        camel.getManagementStrategy().addEventNotifier(new OsgiCamelContextPublisher(bundle));
        camel.addRoutes(new PeopleRoutes());
        camel.start();
    }

    @Override
    public void stop(BundleContext bundle) {
        camel.stop();
    }
}
