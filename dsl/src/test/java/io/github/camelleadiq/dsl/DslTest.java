/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.model.ApiPersonFeedback;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes and a component written with the builders, against the simulator. */
class DslTest {

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void component() {
        LeadiqComponentBuilderFactory.leadiq()
                .apiKey(LeadIQSimulator.DEMO_KEY)
                .url(LEADIQ.simulator().url().toString())
                .requestsPerMinute(0)
                .register(context, "leadiq");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    /** As a user writes it. */
    private static final class People extends EndpointRouteBuilder
            implements LeadIQEndpointBuilderFactory.LeadIQBuilders {
        @Override
        public void configure() {
            from(direct("person"))
                    .to(leadiq("searchPeople").dataPoints("phone").input("limit", 2))
                    .setHeader("spent", header(leadiq().leadIQCredits()));
        }
    }

    @Test
    void anEndpointRunsWithTheOptionsOfItsBuilder() throws Exception {
        context.addRoutes(new People());
        context.start();

        Exchange answer = send(
                "direct:person",
                SearchPeopleInput.builder().email("several.people@example.com").build());

        SearchResult people = answer.getMessage().getBody(SearchResult.class);
        assertThat(people.results()).hasSize(2).allSatisfy(person -> assertThat(person.personalEmails())
                .isEmpty());
        assertThat(answer.getMessage().getHeader("spent"))
                .isEqualTo(answer.getMessage().getHeader("CamelLeadIQCredits"))
                .isNotNull();
    }

    @Test
    void aComponentMayHaveAnotherName() throws Exception {
        LeadiqComponentBuilderFactory.leadiq()
                .apiKey("not-the-key")
                .url(LEADIQ.simulator().url().toString())
                .register(context, "other");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:feedback")
                        .to(LeadIQEndpointBuilderFactory.endpointBuilder("other", "submitPersonFeedback")
                                .advanced()
                                .lazyStartProducer(true)
                                .basic());
            }
        });
        context.start();

        Exchange answer = send(
                "direct:feedback",
                ApiPersonFeedback.builder().value("ada@example.com").build());

        assertThat(answer.getException()).hasMessageContaining("Unauthorized");
        assertThat(context.getComponent("other", LeadIQComponent.class)).isNotNull();
    }

    @Test
    void everyOptionAndHeaderHasItsMethod() throws Exception {
        String catalogue = Files.readString(Path.of(
                "../camel-leadiq-component/src/generated/resources/META-INF/io/github/camelleadiq/leadiq.json"));
        Set<String> componentOptions = names(catalogue, "componentProperties");
        Set<String> endpointOptions = names(catalogue, "properties");
        endpointOptions.remove("operation");

        assertThat(componentOptions).hasSizeGreaterThan(40);
        assertThat(methods(LeadiqComponentBuilderFactory.LeadiqComponentBuilder.class))
                .containsAll(componentOptions);
        Set<String> onEndpoints = methods(LeadIQEndpointBuilderFactory.LeadIQEndpointBuilder.class);
        onEndpoints.addAll(methods(LeadIQEndpointBuilderFactory.AdvancedLeadIQEndpointBuilder.class));
        assertThat(onEndpoints).containsAll(endpointOptions);
        assertThat(methods(LeadIQEndpointBuilderFactory.LeadIQHeaderNameBuilder.class))
                .hasSameSizeAs(names(catalogue, "headers"));
    }

    @Test
    void thePageShowsTheCodeThatRunsHere() throws Exception {
        String here = stripped(Files.readString(Path.of("src/test/java/io/github/camelleadiq/dsl/DslTest.java")));
        List<String> shown = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/dsl.md")))
                .results()
                .map(block -> stripped(block.group(1)))
                .toList();

        assertThat(shown).hasSize(2).allSatisfy(block -> assertThat(here).contains(block));
    }

    private static String stripped(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    /** The keys one level below a section of the catalogue. */
    private static Set<String> names(String catalogue, String section) {
        Matcher start = Pattern.compile("^  \"" + section + "\": \\{\\n", Pattern.MULTILINE)
                .matcher(catalogue);
        assertThat(start.find()).as(section).isTrue();
        List<String> lines = catalogue.substring(start.end()).lines().toList();
        Predicate<String> inside = line -> line.startsWith("    ");
        Pattern key = Pattern.compile("    \"([^\"]+)\": \\{.*");
        Set<String> names = new TreeSet<>();
        lines.stream()
                .takeWhile(inside)
                .map(key::matcher)
                .filter(Matcher::matches)
                .forEach(m -> names.add(m.group(1)));
        return names;
    }

    private static Set<String> methods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (var method : type.getDeclaredMethods()) {
            names.add(method.getName());
        }
        return names;
    }

    private Exchange send(String route, Object body) {
        return context.createFluentProducerTemplate().to(route).withBody(body).send();
    }
}
