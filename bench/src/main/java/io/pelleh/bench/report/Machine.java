package io.pelleh.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where and when the figures were measured, without which they mean little. */
public final class Machine {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Date, processor, Java and how busy the machine is, in one line. */
    public static String describe() {
        return String.join(
                ", ",
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString(),
                processor(),
                Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                "load average " + load());
    }

    /** Average number of runnable processes in the last minute; above the number of cores the figures are noisy. */
    public static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%.1f", load);
    }

    private static String processor() {
        if (!Files.isReadable(CPUS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
