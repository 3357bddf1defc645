package io.pelleh.api.imports.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.pelleh.engine.program.Program;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file being read: UTF-8, with or without a byte-order mark, plain or gzip; for one thread. */
public final class SourceFile implements Closeable {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final Closeable input;
    private final Iterator<Cells> rows;
    private final List<String> titles;

    private SourceFile(Closeable input, Iterator<Cells> rows, boolean titled) {
        this.input = input;
        this.rows = rows;
        this.titles = titled && rows.hasNext() ? rows.next().cells() : List.of();
    }

    /**
     * Opens a file and reads its titles.
     *
     * @throws UncheckedIOException when it is broken, here or while its rows are read
     */
    public static SourceFile open(InputStream bytes, Mapping mapping) throws IOException {
        InputStream plain = unzipped(bytes);
        Mapping.Layout layout = mapping.layout();
        if (layout.blanks()) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
            return new SourceFile(reader, blanks(reader.lines()), layout.titles());
        }
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true)
                .ofCsvRecord(plain);
        return new SourceFile(reader, csv(reader.iterator()), layout.titles());
    }

    private static InputStream unzipped(InputStream bytes) throws IOException {
        byte[] start = bytes.readNBytes(2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), bytes);
        boolean gzip = start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
        return gzip ? new GZIPInputStream(whole, BUFFER) : whole;
    }

    private static Iterator<Cells> csv(Iterator<CsvRecord> records) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Cells next() {
                CsvRecord record = records.next();
                return new Cells(record.getStartingLineNumber(), record.getFields());
            }
        };
    }

    private static Iterator<Cells> blanks(Stream<String> lines) {
        long[] line = {0};
        return lines.map(text -> new Cells(++line[0], List.of(text.strip().split("\\s+"))))
                .filter(row -> !row.cells().getFirst().isEmpty())
                .iterator();
    }

    /** The titles of the columns; empty when the file has none. */
    public List<String> titles() {
        return titles;
    }

    /** Columns that the mapping names and the file has not. */
    public List<String> missing(Mapping mapping) {
        if (!mapping.layout().titles()) {
            return List.of();
        }
        Map<String, Integer> places = places(mapping);
        return mapping.named().stream()
                .filter(column -> !places.containsKey(column))
                .toList();
    }

    /** Reads this file's rows. */
    public RowReader reader(Mapping mapping, Program program, Instant now) {
        return new RowReader(mapping, program, places(mapping), now);
    }

    private Map<String, Integer> places(Mapping mapping) {
        Map<String, Integer> places = new HashMap<>();
        if (mapping.layout().titles()) {
            for (int i = 0; i < titles.size(); i++) {
                places.putIfAbsent(titles.get(i).strip(), i);
            }
            return places;
        }
        mapping.named().forEach(number -> places.put(number, Integer.parseInt(number) - 1));
        return places;
    }

    public boolean hasNext() {
        return rows.hasNext();
    }

    public Cells next() {
        return rows.next();
    }

    /** Cells as one line of CSV, without its end. */
    public static String line(List<String> cells) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(line)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
