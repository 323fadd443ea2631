/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.github.camelleadiq.HandSetClock;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.client.SchemaCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Asks a server for its schema as seldom as possible, and never lets a request fail or wait for want of it. */
@Timeout(60)
class ServerSchemasTest {

    private static final Duration REFRESH = Duration.ofHours(1);
    private static final Map<String, Object> DOCUMENTED = introspect(SchemaDialect.DOCUMENTED);
    private static final Map<String, Object> LIVE = introspect(SchemaDialect.LIVE);

    private final List<CompletableFuture<Map<String, Object>>> questions = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HandSetClock clock = new HandSetClock();
    private final ServerSchemas schemas = new ServerSchemas(SchemaCheck.AUTO, REFRESH, clock, this::ask);

    private static Map<String, Object> introspect(SchemaDialect dialect) {
        GraphQLSchema schema = TestSchemas.graphql(dialect);
        return GraphQL.newGraphQL(schema)
                .build()
                .execute(Introspection.DOCUMENT)
                .getData();
    }

    private synchronized CompletableFuture<Map<String, Object>> ask() {
        CompletableFuture<Map<String, Object>> question = new CompletableFuture<>();
        questions.add(question);
        return question;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ServerSchemas.class);
    }

    private long warnings() {
        return log.list.stream().filter(event -> event.getLevel() == Level.WARN).count();
    }

    private static boolean isLive(ServerSchemas.Known known) {
        return known.model().field("Query", "account").isPresent();
    }

    @Test
    void aHundredCallersAskOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(100);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<CompletableFuture<ServerSchemas.Known>>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(callers.submit(() -> {
                start.await();
                return schemas.current();
            }));
        }
        start.countDown();
        List<CompletableFuture<ServerSchemas.Known>> answers = new ArrayList<>();
        for (Future<CompletableFuture<ServerSchemas.Known>> call : calls) {
            answers.add(call.get(10, TimeUnit.SECONDS));
        }
        callers.shutdownNow();

        assertThat(questions).hasSize(1);
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        questions.get(0).complete(DOCUMENTED);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(isLive(answer.join())).isFalse());
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void aSchemaThatIsOldIsUsedUntilTheNewOneIsThere() {
        schemas.current();
        questions.get(0).complete(DOCUMENTED);

        clock.pass(REFRESH.minusSeconds(1));
        assertThat(schemas.current()).isDone();
        assertThat(questions).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        assertThat(isLive(schemas.current().getNow(null))).isFalse();
        assertThat(isLive(schemas.current().getNow(null))).isFalse();
        assertThat(questions).hasSize(2);

        questions.get(1).complete(LIVE);
        assertThat(isLive(schemas.current().getNow(null))).isTrue();
        assertThat(questions).hasSize(2);
    }

    @Test
    void aRefusalIsWarnedOfOnceAndAskedAboutAgainAfterFiveMinutes() {
        CompletableFuture<ServerSchemas.Known> first = schemas.current();
        questions.get(0).completeExceptionally(new IllegalStateException("no"));
        assertThat(isLive(first.join())).isTrue();

        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(schemas.current()).isDone();
        assertThat(questions).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        assertThat(isLive(schemas.current().getNow(null)))
                .as("goes on while asking again")
                .isTrue();
        assertThat(questions).hasSize(2);
        questions.get(1).completeExceptionally(new IllegalStateException("no"));
        assertThat(warnings()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(5));
        schemas.current();
        questions.get(2).complete(DOCUMENTED);
        assertThat(isLive(schemas.current().getNow(null))).isFalse();
    }

    @Test
    void theLastGoodSchemaIsKept() {
        schemas.current();
        questions.get(0).complete(DOCUMENTED);
        clock.pass(REFRESH);
        schemas.current();
        questions.get(1).completeExceptionally(new IllegalStateException("no"));

        assertThat(isLive(schemas.current().getNow(null))).isFalse();
        assertThat(warnings()).isEqualTo(1);
        assertThat(log.list.get(log.list.size() - 1).getFormattedMessage()).contains("what it told before");
    }

    @Test
    void aQuestionThatCannotBeAskedIsARefusal() {
        ServerSchemas broken = new ServerSchemas(SchemaCheck.AUTO, REFRESH, clock, () -> {
            throw new IllegalStateException("closed");
        });

        assertThat(isLive(broken.current().getNow(null))).isTrue();
        assertThat(isLive(broken.current().getNow(null))).isTrue();
        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void fixedSchemasAskNobody() {
        for (SchemaCheck check : List.of(SchemaCheck.DOCUMENTED, SchemaCheck.LIVE, SchemaCheck.OFF)) {
            ServerSchemas.Known known = new ServerSchemas(check, REFRESH, clock, this::ask)
                    .current()
                    .getNow(null);
            assertThat(isLive(known)).isEqualTo(check != SchemaCheck.DOCUMENTED);
            assertThat(known.checked()).isEqualTo(check != SchemaCheck.OFF);
        }
        assertThat(questions).isEmpty();
    }

    static Stream<Map<String, Object>> garbage() {
        Map<String, Object> itself = new HashMap<>(Map.of("kind", "LIST"));
        itself.put("ofType", itself);
        Map<String, Object> recursive = Map.of(
                "kind",
                "OBJECT",
                "name",
                "Query",
                "fields",
                List.of(Map.of("name", "a", "args", List.of(), "type", itself)),
                "interfaces",
                List.of());
        return Stream.of(
                Map.of(),
                Map.of("__schema", "text"),
                Map.of("__schema", Map.of()),
                Map.of("__schema", Map.of("queryType", Map.of("name", "Query"), "types", List.of())),
                Map.of("__schema", Map.of("queryType", Map.of("name", "Query"), "types", "none")),
                Map.of("__schema", Map.of("queryType", Map.of("name", "Query"), "types", List.of(1, "two"))),
                Map.of("__schema", Map.of("queryType", Map.of("name", "Query"), "types", List.of(recursive))));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsARefusal(Map<String, Object> data) {
        CompletableFuture<ServerSchemas.Known> answer = schemas.current();
        questions.get(0).complete(data);

        assertThat(isLive(answer.join())).isTrue();
        assertThat(warnings()).isEqualTo(1);
    }

    @Test
    void nothingAtAllIsARefusal() {
        CompletableFuture<ServerSchemas.Known> answer = schemas.current();
        questions.get(0).complete(null);

        assertThat(isLive(answer.join())).isTrue();
    }

    @Test
    void aHugeSchemaIsRead() {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            fields.add(Map.of("name", "field" + i, "args", List.of(), "type", Map.of("kind", "SCALAR", "name", "Int")));
        }
        Map<String, Object> query =
                Map.of("kind", "OBJECT", "name", "Query", "fields", fields, "interfaces", List.of());
        CompletableFuture<ServerSchemas.Known> answer = schemas.current();
        questions
                .get(0)
                .complete(Map.of(
                        "__schema",
                        Map.of(
                                "queryType",
                                Map.of("name", "Query"),
                                "types",
                                List.of(query),
                                "directives",
                                List.of())));

        assertThat(answer.join().model().fields("Query")).hasSize(100_000);
    }

    @Test
    void rootTypesHaveTheServersNames() {
        Map<String, Object> query = Map.of(
                "kind",
                "OBJECT",
                "name",
                "Root",
                "fields",
                List.of(Map.of("name", "usage", "args", List.of(), "type", Map.of("kind", "SCALAR", "name", "Int"))),
                "interfaces",
                List.of());
        schemas.current();
        questions
                .get(0)
                .complete(Map.of(
                        "__schema",
                        Map.of("queryType", Map.of("name", "Root"), "types", List.of(query), "directives", List.of())));

        assertThat(schemas.current().join().model().rootType(OperationKind.QUERY))
                .isEqualTo("Root");
    }
}
