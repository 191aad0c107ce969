package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.CSV;
import static io.tillstream.rowfiles.Samples.utf8;
import static io.tillstream.rowfiles.Samples.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who names a file that cannot be read is told why, and what to do. */
class UnreadableFilesTests {

    @TempDir
    private Path folder;

    @Test
    void saysThatThereIsNoFile() {
        assertUnreadable(folder.resolve("missing.csv"), "does not exist");
        assertUnreadable(folder, "is a folder");
        assertUnreadable(file("empty.csv", new byte[0]), "is empty");
        assertUnreadable(file("blank.csv", utf8("\n \n")), "only blanks");
    }

    @Test
    void saysThatThereIsNoRightToRead() {
        Path file = file("secret.csv", utf8(CSV));
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads everything");
        assertUnreadable(file, "cannot be read by this user", "chmod +r");
    }

    @Test
    void listsTheEntriesOfAZipOfSeveral() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("one.csv", utf8(CSV));
        entries.put("two.csv", utf8(CSV));
        assertUnreadable(file("a.zip", Samples.zip(entries)), "holds 2: one.csv, two.csv; unpack it and name one");
        assertUnreadable(file("b.zip", Samples.zip(Map.of("a.gz", Samples.gzip(utf8(CSV))))), "packed twice");
    }

    @Test
    void namesFormatsItDoesNotRead() {
        byte[] oldExcel = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0};
        assertUnreadable(file("a.xls", oldExcel), "save it as .xlsx or CSV");
        assertUnreadable(file("a.json", utf8("[{}]")), "one object per line");
        assertUnreadable(file("a.ndjson", utf8(CSV)), "not a JSON object");
    }

    @Test
    void saysWhatTheHeaderLacksOrHasTooMuch() {
        assertUnreadable(file("a.csv", utf8("InvoiceNo,StockCode\n1,2\n")), "lacks Quantity, InvoiceDate");
        assertUnreadable(file("b.csv", utf8(CSV.replace("Country", "Country,Till"))), "not fields of a row: Till");
        assertUnreadable(file("c.csv", utf8(CSV.replace("Country", "Country,country"))), "Country more than once");
        assertUnreadable(file("d.csv", utf8(CSV.substring(Samples.HEADER.length()))), "line 1", "header");
    }

    @Test
    void saysWhereTheTextIsBroken() {
        String broken = CSV.replace("\"Discount", "\"Dis\"count");
        Path file = file("a.csv", utf8(broken));
        assertThatThrownBy(() -> Samples.rows(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file + ", line 3, column ");
    }

    @Test
    void refusesToGuessAtTextThatIsMostlyUtf8() {
        byte[] text = utf8(CSV.replace("Voucher £20.00", "£££ ?"));
        int question = new String(text, ISO_8859_1).indexOf('?');
        text[question] = (byte) 0xA3;
        assertUnreadable(file("a.csv", text), "line 4", "name the encoding");
    }

    @Test
    void saysThatPackedDataIsDamaged() {
        byte[] noise = new byte[4_000];
        new Random(1).nextBytes(noise);
        StringBuilder text = new StringBuilder(Samples.HEADER);
        for (byte b : noise) {
            text.append("536365,85123A,").append(b).append(",6,12/1/2010 8:26,2.55,17850,United Kingdom\n");
        }
        byte[] gzip = Samples.gzip(utf8(text.toString()));
        assertUnreadable(file("a.csv.gz", Arrays.copyOf(gzip, gzip.length / 2)), "damaged");
    }

    @Test
    void saysThatAWorkbookHasNoRows() {
        byte[] book = Samples.workbook(content -> content.newWorksheet("Notes").value(0, 0, "nothing"));
        assertUnreadable(file("a.xlsx", book), "no sheet that begins with a header");
        byte[] incomplete =
                Samples.workbook(content -> content.newWorksheet("Rows").value(2, 0, "InvoiceNo"));
        assertUnreadable(file("b.xlsx", incomplete), "sheet 'Rows', row 3", "lacks StockCode");
    }

    @Test
    void saysThatAWorkbookIsDamaged() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8("<Types/>"));
        parts.put("xl/workbook.xml", utf8("<workbook><sheets><sheet name='Rows' sheetId='1'/></sheets>"));
        assertUnreadable(file("a.xlsx", Samples.zip(parts)), "damaged");
    }

    private Path file(String name, byte[] bytes) {
        return write(folder.resolve(name), bytes);
    }

    private static void assertUnreadable(Path file, String... parts) {
        assertThatThrownBy(() -> {
                    try (RowFile opened = RowFile.open(file)) {
                        assertThat(opened.description()).isEmpty();
                    }
                })
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }
}
