/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.karaf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Karaf in a process of its own, on free ports and with a fresh state, that sees only the artifacts of the build. */
final class Karaf implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("karaf.home"));
    private static final Path REPOSITORY = Path.of(System.getProperty("karaf.repository"));

    // as generous as a busy machine needs; each wait ends as soon as it can
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path base = HOME.resolveSibling("karaf-base");
    private final Path javaHome;
    private final Map<String, String> environment;
    private final int sshPort;
    private Process process;

    /**
     * @param environment      for the process
     * @param systemProperties for {@code etc/system.properties}
     */
    Karaf(Path javaHome, Map<String, String> environment, Map<String, String> systemProperties) throws IOException {
        this.javaHome = javaHome;
        this.environment = environment;
        delete(base);
        copy(HOME.resolve("etc"), etc());
        Files.createDirectories(data());
        Files.createDirectories(base.resolve("deploy"));

        List<Integer> ports = freePorts(3);
        sshPort = ports.get(0);
        set("org.apache.karaf.shell.cfg", "sshPort", sshPort);
        set("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
        set("org.apache.karaf.management.cfg", "rmiRegistryPort", ports.get(1));
        set("org.apache.karaf.management.cfg", "rmiServerPort", ports.get(2));
        Files.writeString(
                etc().resolve("users.properties"),
                "karaf = karaf,_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        // no remote repository: what is not in the build's must be missing, and is missing at once
        Files.writeString(
                etc().resolve("org.ops4j.pax.url.mvn.cfg"),
                """
                org.ops4j.pax.url.mvn.localRepository = %s
                org.ops4j.pax.url.mvn.defaultRepositories = ${karaf.home.uri}${karaf.default.repository}@id=system@snapshots
                org.ops4j.pax.url.mvn.repositories =
                org.ops4j.pax.url.mvn.useFallbackRepositories = false
                """
                        .formatted(REPOSITORY));
        Files.writeString(etc().resolve("org.apache.karaf.features.xml"), plainCamel());
        String added = systemProperties.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue() + "\n")
                .collect(Collectors.joining("", "\n", ""));
        Path properties = etc().resolve("system.properties");
        Files.writeString(properties, Files.readString(properties) + added);
    }

    Path data() {
        return base.resolve("data");
    }

    /** Where Karaf logs; for messages. */
    Path log() {
        return data().resolve("log/karaf.log");
    }

    /** Starts the process and waits until it takes commands. */
    void start() throws IOException {
        process = launch("karaf", "daemon")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        base.resolve("console.log").toFile()))
                .start();
        await("Karaf's shell; see " + log()).atMost(PATIENCE).until(this::listens);
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Karaf has ended; see " + base.resolve("console.log"));
        }
        try {
            new Socket(InetAddress.getLoopbackAddress(), sshPort).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the process in an orderly way and waits for the end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Karaf does not end; see " + log());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What a command ends in: exit code 1 is an error. */
    record Result(int exitCode, String output) {}

    /** Runs commands, one a line, in Karaf's shell. */
    Result shell(String... commands) throws IOException, InterruptedException {
        Path input = Files.writeString(base.resolve("commands"), String.join("\n", commands) + "\n");
        Path output = base.resolve("output");
        Process client = launch(
                        "client",
                        "-h",
                        "127.0.0.1",
                        "-a",
                        String.valueOf(sshPort),
                        "-u",
                        "karaf",
                        "-p",
                        "karaf",
                        "-r",
                        "60",
                        "-d",
                        "1",
                        "-b")
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new IllegalStateException("No answer to " + List.of(commands) + "; see " + log());
        }
        return new Result(client.exitValue(), Files.readString(output));
    }

    private ProcessBuilder launch(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("bin/" + script).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("KARAF_BASE", base.toString());
        builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "KARAF_DATA", "KARAF_ETC", "KARAF_OPTS"));
        builder.environment().putAll(environment);
        return builder;
    }

    private Path etc() {
        return base.resolve("etc");
    }

    private void set(String file, String key, Object value) throws IOException {
        Path path = etc().resolve(file);
        String before = Files.readString(path);
        Matcher line = Pattern.compile("(?m)^" + key + " *=.*$").matcher(before);
        if (!line.find()) {
            throw new IllegalStateException(key + " is not in " + path);
        }
        Files.writeString(path, line.replaceFirst(key + " = " + value));
    }

    /**
     * Replaces what the feature camel-core consists of: Camel's plain jars, made into bundles here, instead of the
     * bundles of camel-karaf, which not every repository has. All else about that feature stays as it is.
     */
    private static String plainCamel() throws IOException {
        String version = System.getProperty("camel.version");
        String karafVersion = System.getProperty("camel-karaf.version");
        try (Stream<Path> artifacts = Files.list(REPOSITORY.resolve("org/apache/camel"))) {
            String bundles = artifacts
                    .map(artifact -> artifact.getFileName().toString())
                    .filter(name -> name.startsWith("camel-"))
                    .sorted()
                    .map(name ->
                            "<f:bundle>wrap:mvn:org.apache.camel/%1$s/%2$s$Bundle-SymbolicName=%1$s&amp;Bundle-Version=%2$s&amp;Export-Package=*;version=%2$s</f:bundle>%n"
                                    .formatted(name, version))
                    .collect(Collectors.joining());
            return """
                    <featuresProcessing xmlns="http://karaf.apache.org/xmlns/features-processing/v1.0.0"
                        xmlns:f="http://karaf.apache.org/xmlns/features/v1.6.0">
                      <featureReplacements>
                        <replacement mode="replace">
                          <feature name="camel-core" version="%1$s" start-level="50">
                            <f:feature prerequisite="true">wrap</f:feature>
                            %2$s
                            <f:bundle>mvn:org.apache.camel.karaf/camel-core-osgi/%1$s</f:bundle>
                          </feature>
                        </replacement>
                      </featureReplacements>
                    </featuresProcessing>
                    """
                    .formatted(karafVersion, bundles);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        return ports;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
