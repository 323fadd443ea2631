/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.ApiKey;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * Keeps one health check for each server and key, however many producers use them, so that their number does not decide
 * how often a server is asked.
 */
final class HealthChecks {

    /** @param key the key, or null where each message brings its own */
    private record Account(URI uri, ApiKey key) {}

    private record Watch(LeadIQHealthCheck check, List<LeadIQProducer> producers) {}

    private final Clock clock;
    private final Map<Account, Watch> watches = new HashMap<>();

    HealthChecks(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(LeadIQProducer producer) {
        LeadIQEndpoint endpoint = producer.getEndpoint();
        WritableHealthCheckRepository repository = repository(endpoint);
        if (repository != null) {
            Watch watch = watches.computeIfAbsent(account(endpoint), account -> {
                LeadIQHealthCheck check = new LeadIQHealthCheck(endpoint, freeId(account), clock);
                check.setEnabled(((LeadIQComponent) endpoint.getComponent()).isHealthCheckProducerEnabled());
                repository.addHealthCheck(check);
                return new Watch(check, new ArrayList<>());
            });
            watch.producers().add(producer);
        }
    }

    synchronized void remove(LeadIQProducer producer) {
        LeadIQEndpoint endpoint = producer.getEndpoint();
        Account account = account(endpoint);
        Watch watch = watches.get(account);
        if (watch != null
                && watch.producers().remove(producer)
                && watch.producers().isEmpty()) {
            watches.remove(account);
            WritableHealthCheckRepository repository = repository(endpoint);
            if (repository != null) {
                repository.removeHealthCheck(watch.check());
            }
        }
    }

    private static Account account(LeadIQEndpoint endpoint) {
        return new Account(
                endpoint.settings().clientConfig().uri(),
                endpoint.settings().apiKey().orElse(null));
    }

    private static WritableHealthCheckRepository repository(LeadIQEndpoint endpoint) {
        return HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
    }

    /** The host, numbered from the second account on: a key must not be told apart by anything that comes from it. */
    private String freeId(Account account) {
        String id = "producer:leadiq-" + account.uri().getHost();
        List<String> taken =
                watches.values().stream().map(watch -> watch.check().getId()).toList();
        return taken.contains(id)
                ? IntStream.iterate(2, number -> number + 1)
                        .mapToObj(number -> id + "-" + number)
                        .filter(numbered -> !taken.contains(numbered))
                        .findFirst()
                        .orElseThrow()
                : id;
    }
}
