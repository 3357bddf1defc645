package io.pelleh.api.coupon;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** The codes of a batch as CSV, page by page: a million of them need no more memory than one page. */
final class CodesCsv {

    private static final int PAGE = 10_000;

    private final Codes codes;

    CodesCsv(Codes codes) {
        this.codes = codes;
    }

    void write(Batch batch, Writer out) throws IOException {
        CodePattern pattern = batch.making().codes();
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("code", "customerId", "uses", "blockedAt");
        List<Codes.Code> page = codes.of(batch, 0, PAGE);
        while (!page.isEmpty()) {
            for (Codes.Code code : page) {
                csv.writeRecord(
                        pattern.shown(code.code()),
                        Objects.requireNonNullElse(code.customer(), ""),
                        Long.toString(code.used()),
                        code.blockedAt() == null ? "" : code.blockedAt().toString());
            }
            page = codes.of(batch, page.getLast().seq(), PAGE);
        }
        csv.flush();
    }
}
