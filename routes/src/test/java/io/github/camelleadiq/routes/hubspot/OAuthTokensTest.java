/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T12:00:00Z"));
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final List<String> order = new ArrayList<>();
    private String next = "refresh-1";

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    private JsonNode answer(String form) {
        forms.add(form);
        return new ObjectMapper()
                .valueToTree(
                        Map.of("access_token", "access-" + forms.size(), "expires_in", 1800, "refresh_token", next));
    }

    private OAuthTokens tokens(RefreshTokenStore store) {
        return new OAuthTokens("app", "a secret&", "refresh-1", store, this::answer, clock);
    }

    private final RefreshTokenStore store = new RefreshTokenStore() {
        private String kept;

        @Override
        public String load() {
            return kept;
        }

        @Override
        public void store(String refreshToken) {
            order.add("stored " + refreshToken);
            kept = refreshToken;
        }
    };

    @Test
    void aTokenServesUntilShortBeforeItsEnd() {
        OAuthTokens tokens = tokens(null);

        assertThat(tokens.token()).isEqualTo("access-1");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(27)));
        assertThat(tokens.token()).isEqualTo("access-1");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        assertThat(tokens.token()).isEqualTo("access-2");
        assertThat(forms.get(0))
                .isEqualTo("grant_type=refresh_token&client_id=app&client_secret=a+secret%26&refresh_token=refresh-1");
    }

    @Test
    void itIsReplacedOnceForAllWhoWait() {
        OAuthTokens tokens = tokens(null);
        CountDownLatch go = new CountDownLatch(1);
        try (AutoCloseableExecutor pool = new AutoCloseableExecutor()) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                go.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return tokens.token();
                        },
                        pool.executor));
            }
            go.countDown();
            all.forEach(token -> assertThat(token.join()).isEqualTo("access-1"));
        }
        assertThat(forms).hasSize(1);
    }

    private static final class AutoCloseableExecutor implements AutoCloseable {
        private final ExecutorService executor = Executors.newFixedThreadPool(8);

        @Override
        public void close() {
            executor.shutdown();
        }
    }

    @Test
    void aRefusedOneIsReplacedOnce() {
        OAuthTokens tokens = tokens(null);
        String first = tokens.token();

        assertThat(tokens.refused(first)).isTrue();
        // another caller had the same
        assertThat(tokens.refused(first)).isTrue();

        assertThat(tokens.token()).isEqualTo("access-2");
        assertThat(forms).hasSize(2);
    }

    @Test
    void aNewRefreshTokenIsStoredBeforeItIsUsed() {
        OAuthTokens tokens = tokens(store);
        next = "refresh-2";

        tokens.token();
        assertThat(order).containsExactly("stored refresh-2");
        tokens.refused("access-1");
        assertThat(forms.get(1)).endsWith("refresh_token=refresh-2");
        // also in the next process
        tokens(store).token();
        assertThat(forms.get(2)).endsWith("refresh_token=refresh-2");
    }

    @Test
    void oneThatCannotBeStoredIsNotUsed() {
        next = "refresh-2";
        OAuthTokens tokens = tokens(new RefreshTokenStore() {
            @Override
            public String load() {
                return null;
            }

            @Override
            public void store(String refreshToken) {
                throw new IllegalStateException("the vault is away");
            }
        });

        assertThatThrownBy(tokens::token).hasMessage("the vault is away");
        assertThatThrownBy(tokens::token).hasMessage("the vault is away");
        assertThat(forms).allMatch(form -> form.endsWith("refresh_token=refresh-1"));
        assertThat(tokens.toString()).isEqualTo("OAuthTokens");
    }
}
