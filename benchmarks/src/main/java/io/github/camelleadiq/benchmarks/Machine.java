/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What the figures were taken on. */
final class Machine {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String description() {
        return String.format(
                Locale.ROOT,
                "%d × %s, %s %s, %s %s, heap of at most %d MiB",
                SYSTEM.getAvailableProcessors(),
                processor(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Processes that run or want to, over the last minute. */
    static double load() {
        return SYSTEM.getSystemLoadAverage();
    }

    static String versions() {
        Properties versions = new Properties();
        try (InputStream in = Machine.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join(
                ", ",
                versions.stringPropertyNames().stream()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .map(name -> name + " " + versions.getProperty(name))
                        .toList());
    }

    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(CPU_INFO);
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }
}
