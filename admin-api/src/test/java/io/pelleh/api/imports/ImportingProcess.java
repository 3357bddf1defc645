package io.pelleh.api.imports;

import io.pelleh.api.fixtures.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A JVM of its own that imports files, or goes on with the import that another left, and can be killed. */
final class ImportingProcess {

    private ImportingProcess() {}

    /** Where it imports to, and what. */
    record Plan(String jdbcUrl, String user, String password, String redisUri, String program, Shipment shipment) {

        Importing open() {
            return Importing.on(
                    Database.at(jdbcUrl, user, password),
                    redisUri,
                    Importing.program(program, "GBP", "Europe/London"),
                    Importing.World.at("2011-12-31T00:00:00Z"));
        }
    }

    /** A mapping and the files it is for. */
    record Shipment(Path mapping, List<Path> files) {

        Job take(Importing shop) {
            FilePart[] parts = files.stream().map(FilePart::of).toArray(FilePart[]::new);
            try {
                return shop.take(Files.readString(mapping), parts);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    public static void main(String[] args) {
        List<Path> files =
                List.of(args).subList(6, args.length).stream().map(Path::of).toList();
        Plan plan = new Plan(args[0], args[1], args[2], args[3], args[4], new Shipment(Path.of(args[5]), files));
        try (Importing shop = plan.open()) {
            List<Job> jobs = shop.imports.stores().jobs().list(shop.program.id(), 1);
            Job job = jobs.isEmpty() ? plan.shipment().take(shop) : jobs.getFirst();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> shop.imports.resume(shop.find(job)));
            System.exit(shop.await(job).state() == Job.State.DONE ? 0 : 1);
        }
    }

    static Process start(Plan plan, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProcess.class.getName()));
        command.addAll(List.of(plan.jdbcUrl(), plan.user(), plan.password(), plan.redisUri(), plan.program()));
        command.add(plan.shipment().mapping().toString());
        plan.shipment().files().forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Rows of orders, returns and mistakes, always the same ones. */
    static Path seeded(Path folder, int orders) throws IOException {
        java.util.random.RandomGenerator dice = new java.util.SplittableRandom(20_111_209);
        StringBuilder csv = new StringBuilder("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n");
        java.time.LocalDateTime at = java.time.LocalDateTime.of(2010, 12, 1, 8, 0);
        for (int order = 1; order <= orders; order++) {
            at = at.plusMinutes(dice.nextInt(1, 400_000 / orders));
            boolean returned = dice.nextInt(12) == 0;
            String customer = dice.nextInt(6) == 0 ? "" : Integer.toString(dice.nextInt(orders / 10));
            for (int line = dice.nextInt(1, 6); line > 0; line--) {
                int quantity = dice.nextInt(40) == 0 ? -1 : dice.nextInt(1, 20);
                csv.append(returned ? "C" : "")
                        .append(order)
                        .append(",P")
                        .append(dice.nextInt(100))
                        .append(',');
                csv.append(returned ? -Math.abs(quantity) : quantity).append(',');
                csv.append(at.toString().replace('T', ' '))
                        .append(":00,")
                        .append(dice.nextInt(900) / 100.0)
                        .append(',');
                csv.append(customer).append('\n');
            }
        }
        Path file = folder.resolve("seeded.csv");
        return Files.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
