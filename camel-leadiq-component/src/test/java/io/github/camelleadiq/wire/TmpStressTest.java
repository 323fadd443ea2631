package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class TmpStressTest extends WireTestSupport {
    @Test
    void stress() throws Exception {
        int bad = 0;
        for (int round = 0; round < 45; round++) {
            SERVER.resetAll();
            answers(okJson(PEOPLE_ANSWER).withFixedDelay(20000), okJson(PEOPLE_ANSWER));
            String start = route(endpoint("searchPeople", "maxConnections=1", "requestTimeout=800", "maxRetries=0", "schemaRefresh=" + (100000000 + round)));
            Exchange first = template.request(start, e -> e.getMessage().setBody(PERSON));
            long t = System.nanoTime();
            Exchange second = template.request(start, e -> e.getMessage().setBody(PERSON));
            if (second.getException() != null) {
                bad++;
            }
            System.out.println("STRESS " + round + " " + (first.getException() != null) + " " + second.getException() + " " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - t) + " requests " + requests().size());
        }
        System.out.println("STRESS bad " + bad);
    }
}
