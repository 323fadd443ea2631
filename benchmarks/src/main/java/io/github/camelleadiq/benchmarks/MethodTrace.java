/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import io.github.camelleadiq.benchmarks.subject.TraceMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Which of the project's own methods are entered, without those of the generated model, while one thing is done by a JVM that has done the same before: seen from
 * outside, by the debugger's interface of the JDK.
 *
 * @param build   that was traced
 * @param what    was done
 * @param classes in which a method was entered; lambdas count with the class that has them
 * @param calls   how often any was entered
 */
record MethodTrace(Build build, String what, int classes, long calls) {

    private static final String PROJECT = "io.github.camelleadiq.*";

    /** What traces, and the records of the answer, which Jackson fills and which are generated. */
    private static final List<String> OTHERS =
            List.of("io.github.camelleadiq.benchmarks.*", "io.github.camelleadiq.model.*");

    private static final int WARM = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static List<MethodTrace> run(Build build) throws Exception {
        return List.of(lookup(build), change(build), backfill(build));
    }

    static MethodTrace lookup(Build build) throws Exception {
        try (Traced traced = new Traced(build, "lookup")) {
            for (int i = 0; i < WARM; i++) {
                traced.client.ask("lookup");
            }
            return traced.count("a lookup", () -> traced.client.ask("lookup"));
        }
    }

    private static MethodTrace change(Build build) throws Exception {
        try (Traced traced = new Traced(build, "change")) {
            for (int i = 0; i < WARM; i++) {
                traced.change();
            }
            return traced.count("a change, from the event to the event of our own write", traced::change);
        }
    }

    static MethodTrace backfill(Build build) throws Exception {
        try (Traced traced = new Traced(build, "backfill")) {
            for (int i = 0; i < WARM; i++) {
                traced.backfill();
            }
            return traced.count("a backfill of one record", traced::backfill);
        }
    }

    /** What was entered while it was asked for. */
    private static final class Entered {
        private final Set<String> classes = ConcurrentHashMap.newKeySet();
        private final AtomicLong calls = new AtomicLong();

        private void add(String type) {
            classes.add(type);
            calls.incrementAndGet();
        }
    }

    /** A JVM that does what it is told and is watched, with its servers. */
    private static final class Traced implements AutoCloseable {
        private final Build build;
        private final Path directory = Directories.create("leadiq-trace");
        private final OrgProcess org = new OrgProcess("512m", 0);
        private final SimulatorJvm leadIQ = new SimulatorJvm(0);
        private final VirtualMachine machine;
        private final ServerProcess client;
        private volatile Entered entered = new Entered();
        private int changes;

        private Traced(Build build, String what) throws Exception {
            this.build = build;
            ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                    .filter(one -> one.transport().name().equals("dt_socket"))
                    .findFirst()
                    .orElseThrow();
            Map<String, Connector.Argument> arguments = connector.defaultArguments();
            arguments.get("localAddress").setValue("127.0.0.1");
            String address = connector.startListening(arguments);
            try {
                client = new ServerProcess(
                        build,
                        "512m",
                        List.of("-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=" + address),
                        TraceMain.class,
                        org.url().toString(),
                        leadIQ.url().toString(),
                        directory.toString(),
                        what);
                machine = connector.accept(arguments);
            } finally {
                connector.stopListening(arguments);
            }
            Thread listener = new Thread(this::listen, "method-trace");
            listener.setDaemon(true);
            listener.start();
            client.ask("waiting");
        }

        private MethodTrace count(String what, Runnable work) {
            MethodEntryRequest request = machine.eventRequestManager().createMethodEntryRequest();
            request.addClassFilter(PROJECT);
            OTHERS.forEach(request::addClassExclusionFilter);
            // else the work could be done before all of it is told
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            entered = new Entered();
            request.enable();
            work.run();
            request.disable();
            return new MethodTrace(build, what, entered.classes.size(), entered.calls.get());
        }

        private void listen() {
            try {
                while (true) {
                    EventSet events = machine.eventQueue().remove();
                    for (Event event : events) {
                        if (event instanceof MethodEntryEvent entry) {
                            // a lambda has a class of its own that only calls the one it was written in
                            String type = entry.location().declaringType().name();
                            if (!type.contains("$$Lambda")) {
                                entered.add(type);
                            }
                        }
                    }
                    events.resume();
                }
            } catch (VMDisconnectedException e) {
                // it has ended
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A lead is created, enriched, and the event of that write known as our own. */
        private void change() {
            changes++;
            org.create(1, Duration.ZERO);
            await(() -> org.stamped() == changes);
            await(() -> client.ask("waiting").equals("0"));
        }

        private void backfill() {
            changes++;
            org.create(1, Duration.ZERO);
            await(() -> org.created() == changes);
            if (!client.ask("backfill").equals("1")) {
                throw new IllegalStateException("The backfill did not write the record");
            }
        }

        private static void await(BooleanSupplier condition) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("What is traced does not end");
                }
                new CompletableFuture<Void>()
                        .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                        .join();
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            leadIQ.close();
            org.close();
            Directories.delete(directory);
        }
    }
}
