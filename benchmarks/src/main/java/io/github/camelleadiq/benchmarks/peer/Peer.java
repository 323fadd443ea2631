/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import java.net.URI;
import java.util.List;

/**
 * One way to look people up.
 *
 * @param name     for the table
 * @param blocking whether a lookup holds the thread that asked, so that each lookup in flight needs a thread
 * @param opener   makes it ready
 */
public record Peer(String name, boolean blocking, Opener opener) {

    /** Connections that the peers that can be tuned may open: as many as lookups are ever in flight. */
    static final int CONNECTIONS = 256;

    public static final Peer RAW = new Peer("HttpClient 5 async + Jackson", false, RawSession::new);
    public static final Peer LEADIQ =
            new Peer("leadiq:searchPeople", false, url -> RouteSession.leadiq(url, CONNECTIONS));
    public static final Peer GRAPHQL_TUNED =
            new Peer("camel-graphql, pool sized, + parsing", true, RouteSession::graphqlTuned);
    public static final Peer GRAPHQL = new Peer("camel-graphql as it comes + parsing", true, RouteSession::graphql);
    public static final Peer HTTP_TUNED = new Peer("camel-http, pool sized, + parsing", true, RouteSession::httpTuned);

    /** In the order of the table. */
    public static final List<Peer> ALL = List.of(RAW, LEADIQ, GRAPHQL_TUNED, GRAPHQL, HTTP_TUNED);

    /** @throws java.util.NoSuchElementException if no peer has this name */
    public static Peer of(String name) {
        return ALL.stream().filter(peer -> peer.name().equals(name)).findFirst().orElseThrow();
    }

    /** The component with connections enough for so many lookups in flight. */
    public static Peer leadiq(int connections) {
        return new Peer(LEADIQ.name(), false, url -> RouteSession.leadiq(url, connections));
    }

    /** Makes a peer ready to talk to a server. */
    @FunctionalInterface
    public interface Opener {
        Session open(URI url) throws Exception;
    }
}
