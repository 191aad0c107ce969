package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.CSV;
import static io.tillstream.rowfiles.Samples.description;
import static io.tillstream.rowfiles.Samples.lines;
import static io.tillstream.rowfiles.Samples.rows;
import static io.tillstream.rowfiles.Samples.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTests {

    private static final String MARK = "\uFEFF";

    @TempDir
    private Path folder;

    private List<TransactionLine> expected = List.of();

    @BeforeEach
    void readPlainFile() throws IOException {
        expected = lines(write(folder.resolve("plain.csv"), CSV, UTF_8));
        assertThat(expected).hasSize(3);
        assertThat(expected.get(1).description()).hasValue("Discount, \"big\"");
        assertThat(expected.get(2).description()).hasValue("Voucher £20.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8"})
    void readsEveryEncodingWithoutAMark(String charset) throws IOException {
        Path file = write(folder.resolve("a.csv"), CSV, Charset.forName(charset));
        assertThat(lines(file)).isEqualTo(expected);
    }

    @Test
    void readsEncodingsThatAreMarked() throws IOException {
        assertThat(lines(write(folder.resolve("8.csv"), MARK + CSV, UTF_8))).isEqualTo(expected);
        assertThat(lines(write(folder.resolve("le.csv"), MARK + CSV, UTF_16LE))).isEqualTo(expected);
        assertThat(lines(write(folder.resolve("be.csv"), MARK + CSV, UTF_16BE))).isEqualTo(expected);
    }

    @Test
    void findsTheFirstForeignByteHoweverLateItComes() throws IOException {
        String row = "536365,85123A,WHITE HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom\n";
        String late = CSV.substring(0, Samples.HEADER.length()) + row.repeat(5_000) + row.replace("HEART", "£");
        Path file = write(folder.resolve("late.csv"), late, ISO_8859_1);
        assertThat(description(file)).isEqualTo("CSV, windows-1252");
        assertThat(lines(file).getLast().description()).hasValue("WHITE £");
    }

    @Test
    void takesAnEncodingThatIsGiven() throws IOException {
        Path file = write(folder.resolve("a.csv"), CSV.replace("£", "Ł"), Charset.forName("windows-1250"));
        List<NumberedRow> rows = new ArrayList<>();
        try (RowFile opened = RowFile.open(file, Charset.forName("windows-1250"))) {
            opened.read(rows::add);
        }
        assertThat(rows.get(2).row().value(2)).hasFieldOrPropertyWithValue("value", "Voucher Ł20.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r"})
    void readsOtherLineEnds(String lineEnd) throws IOException {
        Path file = write(folder.resolve("a.csv"), CSV.replace("\r\n", lineEnd), UTF_8);
        assertThat(lines(file)).isEqualTo(expected);
    }

    @Test
    void findsTheDelimiter() throws IOException {
        String rows = """
                InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country
                536365|85123A|WHITE HEART|6|2010-12-01T08:26|2.55|17850.0|United Kingdom
                """;
        Path semicolons = write(folder.resolve("a.csv"), rows.replace('|', ';'), UTF_8);
        Path tabs = write(folder.resolve("b.csv"), rows.replace('|', '\t'), UTF_8);
        assertThat(lines(semicolons)).isEqualTo(expected.subList(0, 1));
        assertThat(lines(tabs)).isEqualTo(expected.subList(0, 1));
        assertThat(description(tabs)).isEqualTo("CSV, separated by tabs, UTF-8");
    }

    @Test
    void passesOverBlankLinesAndCountsThem() throws IOException {
        Path file = write(folder.resolve("a.csv"), "\r\n \r\n" + CSV, UTF_8);
        assertThat(lines(file)).isEqualTo(expected);
        assertThat(rows(file).getFirst().line()).isEqualTo(4);
    }

    @Test
    void takesTheNamesOfTheSecondEdition() throws IOException {
        String renamed = CSV.replace("InvoiceNo", "Invoice")
                .replace("UnitPrice", "Price")
                .replace("CustomerID", "\"Customer ID\"");
        assertThat(lines(write(folder.resolve("a.csv"), renamed, UTF_8))).isEqualTo(expected);
    }

    @Test
    void tellsOfMixedEncodings() throws IOException {
        byte[] western = CSV.replace("Voucher £20.00", "£ £ £").getBytes(ISO_8859_1);
        byte[] utf8 = Samples.utf8("536382,1,£,1,12/1/2010 9:41,1,,EIRE\r\n");
        Path mixed = write(folder.resolve("a.csv"), HostileArchives.joined(western, utf8));
        try (RowFile opened = RowFile.open(mixed)) {
            assertThat(opened.notes()).singleElement().asString().contains("windows-1252", "UTF-8");
        }
        try (RowFile opened = RowFile.open(write(folder.resolve("b.csv"), western))) {
            assertThat(opened.notes()).isEmpty();
        }
    }

    @Test
    void takesTheDelimiterFromALineBeforeTheHeader() throws IOException {
        Path file = write(folder.resolve("a.csv"), "sep=,\r\n" + CSV, UTF_8);
        assertThat(lines(file)).isEqualTo(expected);
        assertThat(rows(file).getFirst().line()).isEqualTo(3);
    }

    @Test
    void unpacks() throws IOException {
        byte[] csv = Samples.utf8(CSV);
        Path gzip = write(folder.resolve("a.csv.gz"), Samples.gzip(csv));
        Path misnamed = write(folder.resolve("b.csv"), Samples.gzip(csv));
        Path zip = write(folder.resolve("c.zip"), Samples.zip(Map.of("in/a.csv", csv, "__MACOSX/in/._a.csv", csv)));
        assertThat(lines(gzip)).isEqualTo(expected);
        assertThat(lines(misnamed)).isEqualTo(expected);
        assertThat(lines(zip)).isEqualTo(expected);
        assertThat(description(zip)).isEqualTo("CSV, UTF-8, in zip");
    }

    @Test
    void numbersRowsAndLines() throws IOException {
        String text = CSV.replace(" WHITE HEART ", "\"WHITE\nHEART\"").replace("\r\nC", "\r\n\r\nC");
        List<NumberedRow> rows = rows(write(folder.resolve("a.csv"), text, UTF_8));
        assertThat(rows).extracting(NumberedRow::number).containsExactly(1L, 2L, 3L);
        assertThat(rows).extracting(NumberedRow::line).containsExactly(2L, 5L, 6L);
    }

    @Test
    void readsNdjson() throws IOException {
        Path file = write(folder.resolve("a.ndjson"), """
                {"InvoiceNo":"536365","StockCode":"85123A","Description":" WHITE HEART ","Quantity":6,\
                "InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":17850,"Country":"United Kingdom"}

                {"InvoiceNo":
                """, UTF_8);
        List<NumberedRow> rows = rows(file);
        assertThat(rows).extracting(NumberedRow::line).containsExactly(1L, 3L);
        assertThat(rows.get(1).row().fault()).isPresent();
        assertThat(description(file)).isEqualTo("NDJSON, UTF-8");
    }

    @Test
    void stopsWhenNoMoreRowsAreWanted() throws IOException {
        List<NumberedRow> rows = new ArrayList<>();
        try (RowFile opened = RowFile.open(write(folder.resolve("a.csv"), CSV, UTF_8))) {
            opened.read(row -> {
                rows.add(row);
                return rows.size() < 2;
            });
        }
        assertThat(rows).hasSize(2);
    }

    @Test
    void tellsHowManyRowsToExpect() throws IOException {
        try (RowFile opened = RowFile.open(write(folder.resolve("a.csv.gz"), Samples.gzip(Samples.utf8(CSV))))) {
            assertThat(opened.estimatedRows()).hasValue(3);
        }
    }
}
