package io.pelleh.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pelleh.api.imports.Importing.World;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.Purchases;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports of data sets of which others published results. */
class PublishedResultsIT {

    private static final List<String> RFM =
            List.of("scoring/recency.csv", "scoring/frequency.csv", "scoring/monetary.csv", "segments/segments.csv");

    @Test
    void everyCustomerGetsThePublishedScoresAndSegment() throws IOException {
        Path folder = RealData.folder("rfm");
        World world = new World(Instant.parse("2006-12-31T00:00:00Z"), tables());

        try (Importing shop = Importing.into(Importing.program("rfm", "USD", "UTC"), world)) {
            Job job = shop.run(RealData.mapping("order-sums"), FilePart.of(folder.resolve("rfm_data_orders.csv")));

            assertThat(job.counts()).as(job.problem()).isEqualTo(new Job.Counts(4_906, 4_906, 0, 4_906));
            Map<String, String> published = published(folder.resolve("expected_orders_scores_segments.csv"));
            assertThat(published).hasSize(995);
            Map<String, String> scored = new TreeMap<>();
            published.keySet().forEach(id -> scored.put(id, scored(shop.customer(id))));
            assertThat(scored).isEqualTo(published);
        }
    }

    private static String scored(CustomerState state) {
        return state.standing().scores().rfm() + " " + state.standing().segments();
    }

    private static Map<String, String> published(Path file) throws IOException {
        Map<String, String> published = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> published.put(
                    row.getField("customer_id"), row.getField("rfm_score") + " [" + row.getField("segment") + "]"));
        }
        return published;
    }

    private static Map<String, byte[]> tables() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : RFM) {
            try (InputStream in = PublishedResultsIT.class.getResourceAsStream("/rfm/" + path)) {
                files.put(path, in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void severalPurchasesOfOneDayAreSeveralOrdersOnOneDay() throws IOException {
        Path file = RealData.folder("cdnow").resolve("CDNOW_sample.txt");

        try (Importing shop = Importing.into(
                Importing.program("cdnow", "USD", "America/New_York"), World.at("1998-07-01T12:00:00Z"))) {
            Job job = shop.run(RealData.mapping("cdnow"), FilePart.of(file));

            assertThat(job.counts()).as(job.problem()).isEqualTo(new Job.Counts(6_919, 6_919, 0, 6_919));
            Map<String, String> counted = new TreeMap<>();
            Map<String, String> expected = counted(file);
            assertThat(expected).hasSize(2_357);
            long days = 0;
            for (String id : expected.keySet()) {
                Purchases purchases = shop.customer(id).history().purchases();
                counted.put(id, purchases.orders() + " " + purchases.spent() + " " + purchases.units());
                days += purchases.days().size();
            }
            assertThat(counted).isEqualTo(expected);
            assertThat(days).isEqualTo(6_696);
        }
    }

    /** Rows, cents and discs of each customer. */
    private static Map<String, String> counted(Path file) throws IOException {
        Map<String, long[]> sums = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.strip().split(" +")).forEach(cells -> {
                long[] sum = sums.computeIfAbsent(cells[1], id -> new long[3]);
                sum[0]++;
                sum[1] += new BigDecimal(cells[4]).movePointRight(2).longValueExact();
                sum[2] += Long.parseLong(cells[3]);
            });
        }
        Map<String, String> counted = new TreeMap<>();
        sums.forEach((id, sum) -> counted.put(id, sum[0] + " " + sum[1] + " " + sum[2]));
        return counted;
    }
}
