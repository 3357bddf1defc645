package io.pelleh.rules.grid;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.pelleh.rules.text.Wrong;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sheets as CSV in UTF-8. */
public final class CsvSheet {

    private CsvSheet() {}

    /** @throws Wrong when it is not CSV */
    public static Sheet read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            records.forEach(record -> rows.add(record.getFields()));
        } catch (CsvParseException e) {
            throw new Wrong("the file is not CSV: " + e.getMessage(), "put fields with commas or quotes in quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(rows);
    }

    public static byte[] write(Sheet sheet) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            sheet.rows().forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
