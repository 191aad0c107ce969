package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.lines;
import static io.tillstream.rowfiles.Samples.rows;
import static io.tillstream.rowfiles.Samples.workbook;
import static io.tillstream.rowfiles.Samples.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.CustomerId;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTests {

    private static final String[] NAMES = Samples.HEADER.strip().split(",", -1);

    @TempDir
    private Path folder;

    @Test
    void readsTheSameLinesAsFromText() throws IOException {
        List<TransactionLine> text = lines(write(folder.resolve("a.csv"), Samples.CSV, UTF_8));
        Path file = write(folder.resolve("a.xlsx"), workbook(book -> rowsLikeTheText(book.newWorksheet("Online"))));
        assertThat(lines(file)).isEqualTo(text);
        assertThat(Samples.description(file)).isEqualTo("XLSX, sheet 'Online'");
    }

    @Test
    void readsPackedWorkbooks() throws IOException {
        byte[] book = workbook(content -> rowsLikeTheText(content.newWorksheet("Online")));
        Path gzip = write(folder.resolve("a.xlsx.gz"), Samples.gzip(book));
        Path zip = write(folder.resolve("a.zip"), Samples.zip(Map.of("a.xlsx", book)));
        assertThat(lines(gzip)).hasSize(3).isEqualTo(lines(zip));
    }

    @Test
    void readsAllVisibleSheetsOfRows() throws IOException {
        Path file = write(folder.resolve("a.xlsx"), workbook(book -> {
            rowsLikeTheText(book.newWorksheet("Year 2009-2010"));
            book.newWorksheet("Notes").value(0, 0, "Figures are of last year");
            rowsLikeTheText(book.newWorksheet("Year 2010-2011"));
            Worksheet hidden = book.newWorksheet("Old");
            rowsLikeTheText(hidden);
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        }));
        List<NumberedRow> rows = rows(file);
        assertThat(rows).extracting(NumberedRow::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows).extracting(NumberedRow::line).containsExactly(2L, 3L, 5L, 2L, 3L, 5L);
        assertThat(rows.get(3).sheet()).isEqualTo("Year 2010-2011");
        try (RowFile opened = RowFile.open(file)) {
            assertThat(opened.notes()).hasSize(2);
            assertThat(opened.notes().getFirst()).contains("sheet 'Notes' was skipped");
            assertThat(opened.notes().getLast()).contains("hidden sheet 'Old' was skipped");
        }
    }

    @Test
    void readsTextAndNumbersOfAnyKindOfCell() throws IOException {
        Path file = write(folder.resolve("a.xlsx"), workbook(book -> {
            Worksheet sheet = book.newWorksheet("Online");
            header(sheet);
            row(sheet, 1, 536365, 22423, "TEXT DATE", 2, "12/1/2010 8:26", 0.1 + 0.2, "17850.0", "EIRE");
            row(sheet, 2, 536365, 22423, null, 2, 40513.0, 1, null, "EIRE");
            sheet.inlineString(2, 2, "INLINE");
        }));
        List<TransactionLine> lines = lines(file);
        assertThat(lines.getFirst().invoiceDate()).isEqualTo("2010-12-01T08:26:00");
        assertThat(lines.getFirst().unitPrice()).isEqualTo("0.30");
        assertThat(lines.get(1).invoiceDate()).isEqualTo("2010-12-01T00:00:00");
        assertThat(lines.get(1).description()).hasValue("INLINE");
    }

    @Test
    void writesNumbersWithAnExponentWhoseDigitsASpreadsheetDoesNotKeep() throws IOException {
        Path file = write(folder.resolve("a.xlsx"), workbook(book -> {
            Worksheet sheet = book.newWorksheet("Online");
            header(sheet);
            row(sheet, 1, 536365, 22423, "LAMP", 2, "12/1/2010 8:26", 1, 999_999_999_999_999L, "EIRE");
            row(sheet, 2, 536365, 22423, "LAMP", 2, "12/1/2010 8:26", 1, 1_487_580_005_134_238_553L, "EIRE");
        }));
        List<String> rows = Samples.texts(file);
        assertThat(rows.getFirst()).contains("|CustomerID=999999999999999|");
        assertThat(rows.getLast()).contains("|CustomerID=1.487580005134238553E+18|");
        assertThat(lines(file).getLast().customerId()).hasValue(new CustomerId("1487580005134238553"));
    }

    @Test
    void leavesNothingUnpackedBehind() throws IOException {
        byte[] book = workbook(content -> rowsLikeTheText(content.newWorksheet("Online")));
        List<Path> before = unpacked();
        lines(write(folder.resolve("a.xlsx.gz"), Samples.gzip(book)));
        assertThat(unpacked()).isEqualTo(before);
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().endsWith(".unpacked")).toList();
        }
    }

    /** With a blank row, a date that is made to look like one, and prices that binary fractions blur. */
    private static void rowsLikeTheText(Worksheet sheet) {
        header(sheet);
        LocalDateTime first = LocalDateTime.of(2010, 12, 1, 8, 26);
        row(
                sheet,
                1,
                536365,
                "85123A",
                " WHITE HEART ",
                6,
                first,
                new BigDecimal("2.5499999999999998"),
                17850,
                "United Kingdom");
        sheet.style(1, 4).format("m/d/yyyy h:mm").set();
        row(
                sheet,
                2,
                "C536379",
                "D",
                "Discount, \"big\"",
                -1,
                new BigDecimal("40513.403472222222"),
                27.5,
                14527,
                "United Kingdom");
        row(
                sheet,
                4,
                536381,
                "gift_0001_20",
                "Voucher £20.00",
                1,
                new BigDecimal("40513.403472222222"),
                16.67,
                null,
                "EIRE");
    }

    private static void header(Worksheet sheet) {
        for (int i = 0; i < NAMES.length; i++) {
            sheet.value(0, i, NAMES[i]);
        }
    }

    private static void row(Worksheet sheet, int row, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (values[i] instanceof LocalDateTime time) {
                sheet.value(row, i, time);
            } else if (values[i] != null) {
                sheet.value(row, i, values[i].toString());
            }
        }
    }
}
