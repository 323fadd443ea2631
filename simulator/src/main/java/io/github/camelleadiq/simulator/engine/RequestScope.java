/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.credit.BilledItem;
import io.github.camelleadiq.simulator.credit.Charge;
import io.github.camelleadiq.simulator.credit.CreditsExhaustedException;
import io.github.camelleadiq.simulator.state.AccountState;
import java.util.ArrayList;
import java.util.List;

/** One request: who asks, in which dialect, and what it was charged. Used by one thread. */
final class RequestScope {
    private final Backend backend;
    private final String key;
    private final Dialect dialect;
    private final List<Charge> charges = new ArrayList<>();

    /** @param key whose request it is, or empty for an anonymous one */
    RequestScope(Backend backend, String key, Dialect dialect) {
        this.backend = backend;
        this.key = key;
        this.dialect = dialect;
    }

    static RequestScope of(DataFetchingEnvironment env) {
        return env.getGraphQlContext().get(RequestScope.class);
    }

    Backend backend() {
        return backend;
    }

    String key() {
        return key;
    }

    AccountState account() {
        return backend.account(key);
    }

    boolean isLive() {
        return dialect == Dialect.LIVE;
    }

    /** Charges for what is about to be served; a refusal if the credits do not suffice. */
    void charge(String operation, List<BilledItem> sales) {
        if (sales.isEmpty()) {
            return;
        }
        try {
            charges.addAll(backend.meter().charge(key, operation, sales));
        } catch (CreditsExhaustedException e) {
            throw new GraphQLRefusal(402, e.getMessage());
        }
    }

    /** Nothing was served after all. */
    void refund() {
        backend.meter().refund(key, charges);
    }
}
