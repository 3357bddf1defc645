package io.pelleh.api.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

/** The rows of Online Retail in one plain table, for SQL to count and for time to be measured against. */
public final class OnlineRetail {

    static final String TABLE = "CREATE TABLE raw (invoice VARCHAR(20) NOT NULL, sku VARCHAR(20) NOT NULL,"
            + " description VARCHAR(100) NOT NULL, quantity INT NOT NULL, at DATETIME NOT NULL,"
            + " price DECIMAL(12,4) NOT NULL, customer VARCHAR(20) NOT NULL, country VARCHAR(40) NOT NULL)";

    /** Net pence per customer: C invoices are returns, each line is rounded half-up by itself. */
    static final String MONEY = """
            SELECT customer, SUM(CASE WHEN invoice LIKE 'C%' THEN -ROUND(-quantity * price * 100)
                                      ELSE ROUND(quantity * price * 100) END) AS pence,
                   COUNT(DISTINCT CASE WHEN invoice NOT LIKE 'C%' THEN invoice END) AS orders
            FROM raw WHERE customer <> '' AND price >= 0 AND (quantity > 0 OR invoice LIKE 'C%') GROUP BY customer
            """;

    private static final int BATCH = 1_000;

    private OnlineRetail() {}

    static void each(Path folder, Consumer<List<String>> row) throws IOException {
        for (FilePart file : RealData.files(folder, ".csv.gz")) {
            try (var bytes = new GZIPInputStream(Files.newInputStream((Path) file.content()), 1 << 16);
                    CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(bytes)) {
                reader.stream().skip(1).forEach(record -> row.accept(record.getFields()));
            }
        }
    }

    /** One connection, batches of a thousand rows, each committed; returns the nanoseconds it took. */
    public static long insert(DataSource source, Path folder) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            connection.createStatement().execute(TABLE);
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            int[] rows = {0};
            each(folder, fields -> add(connection, insert, fields, rows));
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            return System.nanoTime() - begun;
        }
    }

    private static void add(Connection connection, PreparedStatement insert, List<String> fields, int[] rows) {
        try {
            for (int i = 0; i < fields.size(); i++) {
                insert.setString(i + 1, fields.get(i));
            }
            insert.addBatch();
            rows[0]++;
            if (rows[0] % BATCH == 0) {
                insert.executeBatch();
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
