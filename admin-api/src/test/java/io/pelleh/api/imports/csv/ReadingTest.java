package io.pelleh.api.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Jalali;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of files as mappings read them. */
class ReadingTest {

    private static final Program IRAN = new Program(
            new ProgramId("iran"),
            "Iran",
            Currency.of("IRR", 0),
            true,
            ZoneId.of("Asia/Tehran"),
            Program.CountsAt.PLACED,
            false,
            Calendar.JALALI);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TOMAN = """
            {"columns": {"orderId": "شماره", "customerId": "مشتری", "occurredAt": "تاریخ", "sku": "کالا",
             "quantity": "تعداد", "unitPrice": "قیمت"}, "time": {"calendar": "jalali"}, "money": "toman"}
            """;

    @Test
    void persianFilesAreReadWithTheirDigitsDatesAndToman() {
        List<Object> rows =
                read(TOMAN, "\ufeffشماره,مشتری,تاریخ,کالا,تعداد,قیمت\n۱۲,م۱,۱۴۰۳/۱۲/۳۰ ۱۰:۳۰,چای,۲,۱۲٬۵۰۰٫۵\n");

        Row.Sale sale = (Row.Sale) rows.getFirst();
        assertThat(sale.at()).hasToString("2025-03-20T07:00:00Z");
        assertThat(sale.line().unitPrice()).isEqualByComparingTo("125005");
        assertThat(sale.line().amount()).isEqualTo(250_010);
        assertThat(sale.customer()).isEqualTo("م۱");
    }

    @Test
    void aDayThatIsNotInTheCalendarIsRejected() {
        assertThat(read(TOMAN, "شماره,مشتری,تاریخ,کالا,تعداد,قیمت\n1,م,1404/12/30,چای,2,1000\n"))
                .containsExactly("time_unreadable");
    }

    @Test
    void gzipIsSeenByItsFirstBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("when,total\n2025-01-01,10\n".getBytes(StandardCharsets.UTF_8));
        }
        String mapping = "{\"columns\": {\"occurredAt\": \"when\", \"amount\": \"total\"}}";

        assertThat(read(mapping, zipped.toByteArray())).hasSize(1);
    }

    @Test
    void aQuotedCellMayHoldALineEndAndTheNextRowKeepsItsLineNumber() throws IOException {
        Mapping mapping = MappingJson.read(
                "{\"columns\": {\"occurredAt\": \"a\", \"amount\": \"b\"}}".getBytes(StandardCharsets.UTF_8));
        byte[] text = "a,b\n\"1\n2\",x\n3,y\n".getBytes(StandardCharsets.UTF_8);

        try (SourceFile file = SourceFile.open(new ByteArrayInputStream(text), mapping)) {
            assertThat(file.next().line()).isEqualTo(2);
            assertThat(file.next().line()).isEqualTo(4);
        }
    }

    @Test
    void columnsWithoutTitlesAreNamedByNumber() {
        String mapping = """
                {"format": {"header": false, "whitespace": true}, "columns": {"customerId": "2", "occurredAt": "3",
                 "quantity": "4", "amount": "5"}, "time": {"pattern": "yyyyMMdd", "zone": "UTC"}, "money": "minor"}
                """;

        Row.Sale sale =
                (Row.Sale) read(mapping, " 00004 0001 19970101  3   29\r\n").getFirst();

        assertThat(sale.customer()).isEqualTo("0001");
        assertThat(sale.at()).hasToString("1997-01-01T00:00:00Z");
        assertThat(sale.line().amount()).isEqualTo(29);
        assertThat(sale.line().unitPrice()).isEqualByComparingTo("9.6667");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | /columns | missing
            {"columns": {"occurredAt": "a", "amount": "b", "colour": "c"}} | /columns/colour | unknown_field
            {"columns": {"amount": "b"}} | /columns/occurredAt | missing
            {"columns": {"occurredAt": "a"}} | /columns/unitPrice | missing
            {"kind": "goods", "columns": {"occurredAt": "a", "amount": "b"}} | /kind | unknown_value
            {"columns": {"occurredAt": "a", "amount": "b"}, "time": {"pattern": "bbbb"}} | /time/pattern | invalid_pattern
            {"columns": {"occurredAt": "a", "amount": "b"}, "time": {"zone": "Mars"}} | /time/zone | unknown_zone
            {"columns": {"occurredAt": "a", "amount": "b"}, "returnWhen": {"column": "a"}} | /returnWhen/column | one_test
            {"columns": {"occurredAt": "a", "amount": "b"}, "format": {"header": false}} | /columns/occurredAt | no_number
            {"columns": {"occurredAt": "a", "amount": "b"}, "format": {"delimiter": ";;"}} | /format/delimiter | wrong_length
            """)
    void aWrongMappingIsRefusedWithTheFieldAndTheReason(String json, String pointer, String code) {
        assertThatThrownBy(() -> MappingJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer, Fault::code)
                                .contains(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }

    @Test
    void jalaliYearsBeginOnThePublishedDays() throws IOException {
        Path file = Path.of(System.getProperty("pelleh.data", ""), "fa-IR", "kabise-1206-1498.csv");
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: there is no " + file);

        for (String line : Files.readAllLines(file).subList(1, 294)) {
            String[] cells = line.split(",");
            int year = Integer.parseInt(cells[0]);
            assertThat(Jalali.toGregorian(year, 1, 1)).isEqualTo(LocalDate.parse(cells[2]));
            assertThat(Jalali.leap(year)).isEqualTo(!cells[1].equals("common"));
        }
    }

    @Test
    void aRowIsWrittenAsItWasRead() {
        assertThat(SourceFile.line(List.of("a", "b,c", "say \"no\"", ""))).isEqualTo("a,\"b,c\",\"say \"\"no\"\"\",");
    }

    private static List<Object> read(String mapping, String text) {
        return read(mapping, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Rows, or the reasons for which they were rejected. */
    private static List<Object> read(String json, byte[] bytes) {
        Mapping mapping = MappingJson.read(json.getBytes(StandardCharsets.UTF_8));
        List<Object> rows = new ArrayList<>();
        try (SourceFile file = SourceFile.open(new ByteArrayInputStream(bytes), mapping)) {
            RowReader reader = file.reader(mapping, IRAN, NOW);
            while (file.hasNext()) {
                rows.add(row(reader, file.next()));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private static Object row(RowReader reader, Cells cells) {
        try {
            return reader.read(cells);
        } catch (RowRejected e) {
            return e.reason();
        }
    }
}
