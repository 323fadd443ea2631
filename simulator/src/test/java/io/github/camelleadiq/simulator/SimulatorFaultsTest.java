/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorFaultsTest {
    private static final String USAGE = "{ usage { subscription { status } } }";

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    private final LeadIQSimulator simulator = LEADIQ.simulator();
    private final Caller caller = new Caller(simulator);

    @Test
    void theNextRequestsFailAndThenNoMore() {
        simulator.faults().next(2, Fault.status(503)).next(1, Fault.status(429).retryAfter(Duration.ofSeconds(7)));
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(503);
        HttpResponse<String> limited = post();
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void answersCanBeWrongInManyWays() {
        assertThat(with(Fault.graphql(502)).body()).contains("\"status\":502").contains("\"data\":null");
        assertThat(with(Fault.html()).body()).startsWith("<html>");
        assertThat(with(Fault.html()).headers().firstValue("Content-Type")).contains("text/html");
        assertThat(with(Fault.empty()).body()).isEmpty();
        assertThat(with(Fault.noContent()).statusCode()).isEqualTo(204);
        assertThatThrownBy(() -> Caller.JSON.readTree(with(Fault.garbage()).body()))
                .isInstanceOf(IOException.class);
        assertThat(with(Fault.truncated()).body()).startsWith("{\"data\":").doesNotEndWith("}}}");
        assertThat(post().body()).endsWith("}}}");
    }

    @Test
    void connectionsCanBreakBeforeOrAfterProcessing() {
        Map<String, Object> ada = LookupCall.by("email", "ada@acme.example");
        simulator.faults().when(r -> "Find".equals(r.operationName()), Fault.reset());
        assertThatThrownBy(() -> caller.post(LookupCall.EMAIL, ada)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.meter().charges()).isEmpty();
        simulator.faults().clear();
        simulator.faults().when(r -> "Find".equals(r.operationName()), Fault.resetAfterProcessing());
        assertThatThrownBy(() -> caller.post(LookupCall.EMAIL, ada)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.meter().charges()).hasSize(1);
        simulator.faults().clear();
        simulator.faults().when(r -> true, Fault.cutOff());
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        simulator.faults().clear();
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerCanBeLateOrNeverCome() {
        simulator.faults().next(1, Fault.slow(Duration.ofMillis(200)));
        long begin = System.nanoTime();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        simulator.faults().next(1, Fault.hang());
        CompletableFuture<HttpResponse<String>> never = caller.postLater(USAGE);
        await().until(() -> simulator.requestCount() == 2);
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(never).isNotDone();
        assertThat(simulator.concurrency()).isEqualTo(1);
        never.cancel(true);
    }

    @Test
    void oneLookupOfManyCanFail() {
        simulator.faults().next(1, Fault.partial("b"));
        JsonNode answer = caller.ask("{ a: usage { __typename } b: usage { __typename } }");
        assertThat(answer.at("/data/b").isNull()).isTrue();
        assertThat(answer.at("/data/a/__typename").asText()).isEqualTo("UsageMetaType");
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("b");
    }

    @Test
    void faultsCanFollowTheRequest() {
        simulator.faults().when(r -> r.mentions("bob@"), Fault.status(500));
        assertThat(caller.post(LookupCall.EMAIL, LookupCall.by("email", "ada@acme.example"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.post(LookupCall.EMAIL, LookupCall.by("email", "bob@acme.example"))
                        .statusCode())
                .isEqualTo(500);
        simulator.reset();
        assertThat(caller.post(LookupCall.EMAIL, LookupCall.by("email", "bob@acme.example"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void chanceIsTheSameInEveryRun() {
        List<Integer> first = statuses();
        assertThat(first).contains(200, 503);
        assertThat(statuses()).isEqualTo(first);
    }

    private List<Integer> statuses() {
        simulator.faults().clear();
        simulator.faults().random(42, 0.4, Fault.status(503), Fault.status(502));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(post().statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> with(Fault fault) {
        simulator.faults().next(1, fault);
        return post();
    }

    private HttpResponse<String> post() {
        return caller.post(USAGE, Map.of());
    }
}
