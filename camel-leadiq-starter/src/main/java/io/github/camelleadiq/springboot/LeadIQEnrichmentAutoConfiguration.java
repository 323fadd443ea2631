/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import io.github.camelleadiq.routes.SalesforceEnrichment;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The enrichment of Salesforce records from {@code leadiq.enrichment.*}: there as soon as one of these properties is, if
 * the routes are on the class path. Off with {@code leadiq.enrichment.enabled=false}, or where the application has a
 * {@link SalesforceEnrichment} of its own.
 */
@AutoConfiguration(after = {CamelAutoConfiguration.class, LeadIQComponentAutoConfiguration.class})
@ConditionalOnClass(SalesforceEnrichment.class)
@Conditional({
    ConditionalOnCamelContextAndAutoConfigurationBeans.class,
    LeadIQEnrichmentAutoConfiguration.OnAnyProperty.class
})
@ConditionalOnHierarchicalProperties(LeadIQEnrichmentAutoConfiguration.PREFIX)
public class LeadIQEnrichmentAutoConfiguration {

    static final String PREFIX = "leadiq.enrichment";

    /** Routes that spend credits must not appear because a jar does. */
    static final class OnAnyProperty extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean any = !Binder.get(context.getEnvironment())
                    .bind(PREFIX, Bindable.mapOf(String.class, String.class))
                    .orElse(Map.of())
                    .isEmpty();
            return new ConditionOutcome(
                    any, ConditionMessage.forCondition(PREFIX).because(any ? "has properties" : "has no property"));
        }
    }

    @Bean
    @ConditionalOnMissingBean
    SalesforceEnrichment salesforceEnrichment(CamelContext context, Environment environment) {
        SalesforceEnrichment enrichment = new SalesforceEnrichment();
        options(environment).applyTo(context, enrichment, null);
        return enrichment;
    }

    static CamelOptions options(Environment environment) {
        return new CamelOptions(environment, PREFIX, SalesforceEnrichment.class);
    }
}
