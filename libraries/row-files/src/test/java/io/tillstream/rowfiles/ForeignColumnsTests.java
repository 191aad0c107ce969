package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.CSV;
import static io.tillstream.rowfiles.Samples.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that are no fields of a row: the indexes of tools, and those of other shops. */
class ForeignColumnsTests {

    private static final ColumnNames GERMAN =
            ColumnNames.of(List.of("beleg=InvoiceNo", " Menge = Quantity", "Filiale=", "a=b=Country"));

    @TempDir
    private Path folder;

    private List<TransactionLine> expected = List.of();

    @BeforeEach
    void readPlainFile() throws IOException {
        expected = lines(file("plain.csv", CSV));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "Unnamed: 0"})
    void leavesTheIndexOfPandasOut(String name) throws IOException {
        Path indexed = file("pandas.csv", numbered(name + ",", CSV));
        assertThat(lines(indexed)).isEqualTo(expected);
        assertThat(notes(indexed)).singleElement().asString().contains("is left out");
        assertThat(notes(file("twice.csv", numbered(",", numbered("Unnamed: 0,", CSV)))))
                .hasSize(2);
    }

    @Test
    void leavesTheRowNamesOfROut() throws IOException {
        Path named = file("r.csv", numbered("", CSV));
        assertThat(lines(named)).isEqualTo(expected);
        assertThat(notes(named)).singleElement().asString().contains("has no name");
    }

    @Test
    void leavesTheIndexOfAWorkbookOut() throws IOException {
        Path book = folder.resolve("a.xlsx");
        Samples.write(book, Samples.workbook(content -> {
            Worksheet sheet = content.newWorksheet("Rows");
            List<String> rows = numbered(",", CSV.replace("\"Discount, \"\"big\"\"\"", "Discount"))
                    .lines()
                    .toList();
            for (int row = 0; row < rows.size(); row++) {
                String[] cells = rows.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }));
        assertThat(lines(book)).hasSize(3);
        assertThat(lines(book).getFirst()).isEqualTo(expected.getFirst());
    }

    @Test
    void keepsARowThatHasAValueTooMany() throws IOException {
        Path file = file("a.csv", CSV.replace(" WHITE HEART ", "WHITE, HEART"));
        List<NumberedRow> rows = Samples.rows(file);
        assertThat(rows.getFirst().row().fault()).isPresent();
        assertThat(rows.get(1).row().fault()).isEmpty();
        assertThat(notes(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void takesTheNamesThatAreGiven(String delimiter) throws IOException {
        String foreign = CSV.replace("InvoiceNo", "Beleg")
                .replace("Quantity", "Menge ")
                .replace("Country", "A=B,Filiale")
                .replace("United Kingdom", "United Kingdom,Soho")
                .replace("EIRE", "EIRE,Cork");
        if (delimiter.equals(";")) {
            foreign = foreign.replace("\"Discount, \"\"big\"\"\"", "\"Discount| \"\"big\"\"\"")
                    .replace(",", ";")
                    .replace("|", ",");
        }
        assertThat(lines(file("a.csv", foreign), GERMAN)).isEqualTo(expected);
    }

    @Test
    void takesThemInJsonToo() throws IOException {
        String row = """
                {"Beleg":"536381","StockCode":"gift_0001_20","Description":"Voucher £20.00","Menge":1,"Filiale":"Cork",\
                "InvoiceDate":"12/1/2010 9:41","UnitPrice":16.67,"CustomerID":null,"a=b":"EIRE"}
                """;
        assertThat(lines(file("a.ndjson", row), GERMAN)).isEqualTo(expected.subList(2, 3));
        Path without = file("b.ndjson", row.replace("\"Filiale\":\"Cork\",", ""));
        assertThatThrownBy(() -> lines(without, GERMAN))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContainingAll("no column is called 'Filiale'", "Beleg, StockCode");
    }

    @Test
    void saysWhatToDoAboutAColumnThatItDoesNotKnow() {
        assertUnreadable(
                CSV.replace("Country", "Country,Till"), ColumnNames.AS_WRITTEN, "Till", "--map \"Till=\"", "=FIELD");
        assertUnreadable(CSV.replace("Country", "Country,"), ColumnNames.AS_WRITTEN, "has no name");
        assertUnreadable(CSV.replace("Quantity", "Menge"), ColumnNames.AS_WRITTEN, "lacks Quantity", "Menge=Quantity");
        assertUnreadable("Beleg,Menge\n1,2\n", ColumnNames.AS_WRITTEN, "no header of rows", "--map");
    }

    @Test
    void saysThatANameWasGivenForNothing() {
        assertUnreadable(CSV, ColumnNames.of(List.of("Filiale=")), "no column is called 'Filiale'", "InvoiceNo, Stock");
        assertUnreadable(
                CSV.replace("Country", "Country,Land"),
                ColumnNames.of(List.of("Land=Country")),
                "Country more than once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Menge", "=Quantity", " =", "Menge=Qty"})
    void refusesNamesThatSayNothing(String pair) {
        assertThatThrownBy(() -> ColumnNames.of(List.of(pair))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ColumnNames.of(List.of("Menge=Quantity", "menge=")))
                .hasMessageContaining("more than once");
    }

    @Test
    void readsNamesFromAFile() throws IOException {
        Path names = file("names", "# of our tills\n\nMenge=Quantity\n Filiale=\n");
        assertThat(ColumnNames.of(names, List.of("Beleg=Invoice")).meaning())
                .isEqualTo(ColumnNames.of(List.of("BELEG=Invoice", "Filiale=", "Menge=Quantity"))
                        .meaning())
                .hasSize(3);
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> ColumnNames.of(none, List.of())).hasMessageContaining("none");
    }

    /** With the number of its row before each. */
    private static String numbered(String header, String csv) {
        List<String> lines = csv.lines().toList();
        Stream<String> rows =
                Stream.iterate(1, row -> row < lines.size(), row -> row + 1).map(row -> row + "," + lines.get(row));
        return Stream.concat(Stream.of(header + lines.getFirst()), rows).collect(Collectors.joining("\n"));
    }

    private void assertUnreadable(String text, ColumnNames columns, String... parts) {
        Path file = file("bad.csv", text);
        assertThatThrownBy(() -> lines(file, columns))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContainingAll(parts);
    }

    private static List<String> notes(Path file) throws IOException {
        try (RowFile opened = RowFile.open(file)) {
            return opened.notes();
        }
    }

    private Path file(String name, String text) {
        return Samples.write(folder.resolve(name), text, UTF_8);
    }
}
