/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.ApiKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the account behind a key, without the key. */
final class Accounts {

    private static final String ANONYMOUS = "";
    /** Keys can come with messages; a hash is made quickly enough to forget them all now and then. */
    private static final int MAXIMUM = 1_000;

    private final URI server;
    private final Map<ApiKey, String> names = new ConcurrentHashMap<>();

    Accounts(URI server) {
        this.server = server;
    }

    /** @param key null for none */
    String of(ApiKey key) {
        if (key == null) {
            return name(ANONYMOUS);
        }
        if (names.size() > MAXIMUM) {
            names.clear();
        }
        return names.computeIfAbsent(key, known -> name(known.authorization()));
    }

    /** Those named so far, but for what was forgotten. */
    List<String> known() {
        return List.copyOf(names.values());
    }

    private String name(String authorization) {
        return Sha256.hex((server + "\n" + authorization).getBytes(StandardCharsets.UTF_8));
    }
}
