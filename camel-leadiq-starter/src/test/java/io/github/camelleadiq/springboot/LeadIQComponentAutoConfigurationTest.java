/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.LeadIQResultType;
import io.github.camelleadiq.client.credit.BudgetPeriod;
import io.github.camelleadiq.client.credit.PriceList;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LeadIQComponentAutoConfigurationTest {

    private final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, LeadIQComponentAutoConfiguration.class))
            .withPropertyValues("camel.main.name=boot");

    @Test
    void isFoundByBoot() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(LeadIQComponentAutoConfiguration.class.getName());
    }

    @Test
    void optionsOfAllKindsAreSet() {
        boot.withPropertyValues(
                        "camel.component.leadiq.api-key=invented-key",
                        "camel.component.leadiq.cache=memory",
                        "camel.component.leadiq.cacheTtl=7d",
                        "camel.component.leadiq.credit-budget=12.5",
                        "camel.component.leadiq.credit-budget-period=day",
                        "camel.component.leadiq.result-type=map",
                        "camel.component.leadiq.requests-per-minute=600",
                        "camel.component.leadiq.preview=true",
                        "camel.component.leadiq.data-points[0]=profile",
                        "camel.component.leadiq.data-points[1]=phone",
                        "camel.component.leadiq.worker-pool-size=7")
                .run(context -> {
                    LeadIQConfiguration options = options(context);
                    assertThat(options.getApiKey()).isEqualTo("invented-key");
                    assertThat(options.getCache()).isEqualTo(CacheType.MEMORY);
                    assertThat(options.getCacheTtl()).isEqualTo(Duration.ofDays(7));
                    assertThat(options.getCreditBudget()).isEqualByComparingTo("12.5");
                    assertThat(options.getCreditBudgetPeriod()).isEqualTo(BudgetPeriod.DAY);
                    assertThat(options.getResultType()).isEqualTo(LeadIQResultType.MAP);
                    assertThat(options.getRequestsPerMinute()).isEqualTo(600);
                    assertThat(options.isPreview()).isTrue();
                    assertThat(options.getDataPoints()).isEqualTo("profile,phone");
                    assertThat(component(context).getWorkerPoolSize()).isEqualTo(7);
                });
    }

    @Test
    void optionsComeFromTheEnvironmentToo() {
        boot.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                Map.of(
                                        "CAMEL_COMPONENT_LEADIQ_API_KEY", "invented-key",
                                        "CAMEL_COMPONENT_LEADIQ_CREDITBUDGET", "3"))))
                .withPropertyValues("camel.component.leadiq.credit-budget=12.5")
                .run(context -> {
                    assertThat(options(context).getApiKey()).isEqualTo("invented-key");
                    assertThat(options(context).getCreditBudget()).isEqualByComparingTo("3");
                });
    }

    @Test
    void anOptionThatIsAnObjectNamesABean() {
        PriceList prices = PriceList.PUBLISHED;
        LeadIQConfiguration configuration = new LeadIQConfiguration();
        boot.withBean("ourPrices", PriceList.class, () -> prices)
                .withBean("ourOptions", LeadIQConfiguration.class, () -> configuration)
                .withPropertyValues(
                        "camel.component.leadiq.api-key=invented-key",
                        "camel.component.leadiq.credit-prices=#bean:ourPrices",
                        "camel.component.leadiq.configuration=#bean:ourOptions")
                .run(context -> {
                    // what replaces all other options must not come last
                    assertThat(options(context)).isSameAs(configuration);
                    assertThat(configuration.getApiKey()).isEqualTo("invented-key");
                    assertThat(configuration.getCreditPrices()).isSameAs(prices);
                });
    }

    @Test
    void aMistypedOptionIsRefused() {
        boot.withPropertyValues("camel.component.leadiq.credit-budgett=1").run(context -> assertThat(failure(context))
                .hasStackTraceContaining(
                        "camel.component.leadiq.credit-budgett is not an option;" + " did you mean credit-budget?"));
    }

    @Test
    void aWrongValueIsRefusedWithTheNameOfItsOption() {
        boot.withPropertyValues("camel.component.leadiq.max-connections=many")
                .run(context -> assertThat(failure(context))
                        .hasStackTraceContaining("maxConnections")
                        .hasStackTraceContaining("many")
                        .hasStackTraceContaining("NumberFormatException"));
    }

    @Test
    void canBeSwitchedOff() {
        boot.withPropertyValues(
                        "camel.component.leadiq.api-key=invented-key",
                        "camel.component.leadiq.customizer.enabled=false")
                .run(context -> assertThat(options(context).getApiKey()).isNull());
        boot.withPropertyValues("camel.component.leadiq.api-key=invented-key", "camel.component.leadiq.enabled=false")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(LeadIQComponentAutoConfiguration.class);
                    assertThat(options(context).getApiKey()).isNull();
                });
    }

    @Test
    void theDataSourceOfTheApplicationIsLeftAlone() {
        boot.withBean(DataSource.class, () -> mock(DataSource.class))
                .run(context ->
                        assertThat(options(context).getCacheDataSource()).isNull());
    }

    private static Throwable failure(AssertableApplicationContext context) {
        if (context.getStartupFailure() != null) {
            return context.getStartupFailure();
        }
        return catchThrowable(() -> component(context));
    }

    private static LeadIQConfiguration options(AssertableApplicationContext context) {
        return component(context).getConfiguration();
    }

    private static LeadIQComponent component(AssertableApplicationContext context) {
        return context.getBean(CamelContext.class).getComponent("leadiq", LeadIQComponent.class);
    }
}
