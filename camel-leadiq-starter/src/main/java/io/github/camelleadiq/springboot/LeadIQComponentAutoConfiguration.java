/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Sets the options of the component from {@code camel.component.leadiq.*}. Off with {@code
 * camel.component.leadiq.enabled=false}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", LeadIQComponentAutoConfiguration.PREFIX})
public class LeadIQComponentAutoConfiguration {

    static final String PREFIX = "camel.component.leadiq";

    @Lazy
    @Bean
    ComponentCustomizer configureLeadIQComponent(Environment environment) {
        return ComponentCustomizer.builder(LeadIQComponent.class)
                .withCondition((name, component) -> HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", PREFIX + ".customizer"))
                .build(component -> {
                    // only a component that is initialized has its configurer
                    ServiceHelper.initService(component);
                    options(environment)
                            .applyTo(
                                    component.getCamelContext(), component, component.getComponentPropertyConfigurer());
                });
    }

    static CamelOptions options(Environment environment) {
        return new CamelOptions(environment, PREFIX, LeadIQComponent.class, LeadIQConfiguration.class);
    }
}
