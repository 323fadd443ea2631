/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.SimulatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route on the pages starts, takes a message, asks LeadIQ what it says it asks, and gets to its end. */
class RouteSnippetsTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ =
            new LeadIQSimulatorExtension(LeadIQSimulator.builder().population(250));

    private static final String REAL = "https://api.leadiq.com/graphql";
    private static final Pattern DIRECT = Pattern.compile("direct:[\\w-]+");
    private static final Pattern OPERATION = Pattern.compile("leadiq:(\\w+)");

    private static final String PERSON = "{\"email\": \"ada@example.com\"}";

    /** What the senders of the examples would send, where it is not a person to look up. */
    private static final Map<String, Object> BODIES = Map.of(
            "direct:search", "{\"companyFilter\": {\"industries\": [\"Software\"]}}",
            "direct:account", "",
            "direct:person-by-email", "ada@example.com",
            "direct:leads", List.of(PERSON),
            "direct:names", List.of("{\"fullName\": \"Several Example\"}"),
            "direct:preview", "{\"linkedinUrl\": \"https://www.linkedin.com/in/ada-example\"}");

    /** Not sent to, for their proxy is at example.com, or their CRM is not there. That they start tells that they are right. */
    private static final Set<String> STARTED_ONLY =
            Set.of("leadiq-component/http-tls-and-proxy.java", "enrichment/in-java.java");

    /** What the tests of other modules run: DslTest, and the kamelets' CommandLineTest. */
    static final List<String> ELSEWHERE = List.of("dsl/", "kamelets/", "service/");

    @TempDir
    static Path directory;

    private static JavaSnippets java;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void compile() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String snippet :
                snippets(".java").filter(RouteSnippetsTest::runsHere).toList()) {
            texts.put(snippet, local(snippet));
        }
        java = JavaSnippets.compile(texts, directory);
    }

    @BeforeEach
    void start() {
        LeadIQComponent leadiq = context.getComponent("leadiq", LeadIQComponent.class);
        leadiq.getConfiguration().setUrl(LEADIQ.simulator().url().toString());
        leadiq.getConfiguration().setRequestsPerMinute(0);
        Properties properties = new Properties();
        properties.setProperty(
                "leadiq.secretBase64Key",
                LeadIQSimulator.authorization(LeadIQSimulator.DEMO_KEY).substring("Basic ".length()));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.getGlobalOptions().put(Exchange.LOG_EIP_NAME, "snippets");
        context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            logged.add(message);
            return message;
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteGetsToItsEnd(String snippet) throws Exception {
        Map<String, Object> headers = headers(text(snippet));
        int before = LEADIQ.simulator().requests().size();
        add(snippet);
        List<Route> routes = List.copyOf(context.getRoutes());
        addMissing(text(snippet));

        if (STARTED_ONLY.contains(snippet)) {
            return;
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Route route : routes) {
            String from = route.getEndpoint().getEndpointUri().replace("://", ":");
            if (from.startsWith("direct:")) {
                exchanges.add(send(from, headers));
            }
        }
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getException())
                .as("what the route of %s ends with", snippet)
                .isNull());
        List<String> operations = matches(OPERATION, text(snippet))
                .map(operation -> operation.group(1))
                .filter(operation -> !operation.equals("graphql"))
                .toList();
        await().atMost(patience(snippet))
                .untilAsserted(() -> assertThat(operations).allSatisfy(operation -> assertThat(
                                LEADIQ.simulator().requests().stream().skip(before))
                        .as("requests that ask for %s", operation)
                        .extracting(SimulatedRequest::document)
                        .anyMatch(document -> document.contains(operation))));
        if (logs(snippet)) {
            await().atMost(patience(snippet)).until(() -> !logged.isEmpty());
            assertThat(logged).allSatisfy(line -> assertThat(line)
                    .doesNotContain("${")
                    .doesNotContain("null")
                    .doesNotStartWith("0 ")
                    .doesNotMatch(" .*|.* "));
        }
    }

    /** What is sent to has been answered by now; a timer takes its time. */
    private static Duration patience(String snippet) {
        return text(snippet).contains("timer:") ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
    }

    static List<String> routes() {
        return Stream.of(".java", ".xml", ".yaml")
                .flatMap(RouteSnippetsTest::snippets)
                .filter(RouteSnippetsTest::runsHere)
                .filter(RouteSnippetsTest::isRoute)
                .toList();
    }

    private static boolean runsHere(String snippet) {
        return ELSEWHERE.stream().noneMatch(snippet::startsWith);
    }

    private static boolean isRoute(String snippet) {
        return switch (snippet.substring(snippet.lastIndexOf('.'))) {
            case ".java" -> true;
            case ".xml" -> text(snippet).startsWith("<route");
            default -> text(snippet).startsWith("- route:");
        };
    }

    private static boolean logs(String snippet) {
        return text(snippet).contains(".log(")
                || text(snippet).contains("<log ")
                || text(snippet).contains("- log:");
    }

    private void add(String snippet) throws Exception {
        if (snippet.endsWith(".java")) {
            JdbcDataSource database = new JdbcDataSource();
            database.setUrl("jdbc:h2:mem:" + snippet.replaceAll("\\W", "") + ";DB_CLOSE_DELAY=-1");
            context.addRoutes(java.of(snippet).in(context, database));
            return;
        }
        Resource resource = ResourceHelper.fromString("file:" + snippet, local(snippet));
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
    }

    /** Routes at the places where an example hands on to routes of the reader's own. */
    private void addMissing(String text) throws Exception {
        Set<String> there = context.getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri().replace("://", ":"))
                .collect(Collectors.toSet());
        for (String missing : matches(DIRECT, text)
                .map(MatchResult::group)
                .filter(uri -> !there.contains(uri))
                .distinct()
                .toList()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(missing).to("mock:" + missing.substring("direct:".length()));
                }
            });
        }
    }

    private Exchange send(String from, Map<String, Object> headers) {
        Object body = BODIES.getOrDefault(from, PERSON);
        return context.createFluentProducerTemplate()
                .withBody(body)
                .withHeaders(headers)
                .to(from)
                .request(Exchange.class);
    }

    /** What the examples read from headers, and at LeadIQ what they take to be there. */
    private Map<String, Object> headers(String text) {
        Map<String, Object> headers = new HashMap<>(Map.of(
                "email", "ada@example.com",
                "name", "Ada Example",
                "domain", "example.com",
                "personId", "p-ada-example-at-example-dot-com",
                "importId", "import-1"));
        if (text.contains("rack") && !text.contains("leadiq:addTracked")) {
            ask(
                    "addTrackedCompanies",
                    "{\"companies\": [{\"name\": \"Example\", \"domain\": \"example.com\"}]}",
                    "body");
            headers.put("taskId", ask("startCompanyTrackingTask", "{\"monthsBack\": 3}", "body.task.id"));
        }
        if (text.contains("regeneratedTime")) {
            for (String id : List.of((String) headers.get("personId"), "p1")) {
                ask("regenerate", "{\"personId\": \"" + id + "\"}", "body");
            }
        }
        if (text.contains("rospect") || text.contains("leadiq:list")) {
            headers.put("list", ask("createList", "{\"name\": \"Examples\"}", "body.id"));
            headers.put(
                    "prospect",
                    ask(
                            "addProspectToList?listId=" + headers.get("list"),
                            "{\"firstName\": \"Ada\", \"lastName\": \"Example\"}",
                            "body.id"));
        }
        return headers;
    }

    private String ask(String operation, String input, String answer) {
        Exchange exchange = context.createFluentProducerTemplate()
                .withBody(input)
                .to("leadiq:" + operation)
                .request(Exchange.class);
        assertThat(exchange.getException()).isNull();
        return context.resolveLanguage("simple")
                .createExpression("${" + answer + "}")
                .evaluate(exchange, String.class);
    }

    static Stream<String> snippets(String ending) {
        try (Stream<Path> files = Files.walk(DocPage.snippets())) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> DocPage.snippets().relativize(file).toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String snippet) {
        try {
            return Files.readString(DocPage.snippets().resolve(snippet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String local(String snippet) {
        return text(snippet).replace(REAL, LEADIQ.simulator().url().toString());
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
