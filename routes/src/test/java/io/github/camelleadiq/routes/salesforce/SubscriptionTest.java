/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;

/** A subscription has a component of its own, which reaches Salesforce as the user's does. */
class SubscriptionTest {
    @Test
    void hasAllOptionsOfTheUsersComponent() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceComponent user = context.getComponent("salesforce", SalesforceComponent.class);
            user.setConfig(new SalesforceEndpointConfig());
            PropertyConfigurerGetter options = (PropertyConfigurerGetter) user.getComponentPropertyConfigurer();
            Map<String, Object> set = new TreeMap<>();
            for (Method setter : SalesforceComponent.class.getMethods()) {
                String option = setter.getName().startsWith("set")
                        ? StringHelper.decapitalize(setter.getName().substring(3))
                        : "";
                Class<?> type = options.getOptionType(option, false);
                Object value = type == null ? null : another(type, option, options.getOptionValue(user, option, false));
                if (value != null) {
                    ((PropertyConfigurer) options).configure(context, user, option, value, false);
                    set.put(option, value);
                }
            }
            assertThat(set)
                    .containsKeys(
                            "clientId",
                            "httpClientProperties",
                            "httpProxyHost",
                            "httpProxySecure",
                            "httpRequestTimeout",
                            "sslContextParameters",
                            "useGlobalSslContextParameters");

            SalesforceComponent own = Subscription.like(user);

            set.forEach((option, value) -> assertThat(options.getOptionValue(own, option, false))
                    .as(option)
                    .isEqualTo(option.equals("lazyLogin") ? Boolean.FALSE : value));
            assertThat(own.getConfig()).isNotSameAs(user.getConfig());
            assertThat(own.getHttpClientProperties()).isNotSameAs(user.getHttpClientProperties());
        }
    }

    @Test
    void isBrokenByAnErrorSoThatTheEventComesAgain() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            Subscription subscription = new Subscription(
                    context,
                    exchange -> {
                        throw new OutOfMemoryError();
                    },
                    events -> {});

            assertThatThrownBy(() -> subscription.receive(new DefaultExchange(context)))
                    .isInstanceOf(OutOfMemoryError.class);

            assertThat(subscription.isBroken()).isTrue();
            subscription.close();
        }
    }

    private static Object another(Class<?> type, String option, Object present) {
        if (type == String.class) {
            return option + " of the user";
        }
        if (type == boolean.class || type == Boolean.class) {
            return !Boolean.TRUE.equals(present);
        }
        if (type == int.class || type == Integer.class) {
            return 4711;
        }
        if (type == long.class || type == Long.class) {
            return 4711L;
        }
        if (type == Map.class) {
            return Map.of("idleTimeout", "4711");
        }
        return type == SSLContextParameters.class ? new SSLContextParameters() : null;
    }
}
