package io.tillstream.rowfiles;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that ends within its last line: that row is rejected, and the others are read. */
class CutOffFilesTests {

    private static final String LAST =
            "536382,22421,\"Tasse \"\"Öl\"\", £5\",2,12/1/2010 9:45,2.1,15311,\"Österreich\"";
    private static final int VALUES = 8;

    @TempDir
    private Path folder;

    @Test
    void readsAllRowsBeforeItWhereverItEnds() throws IOException {
        List<NumberedRow> whole = rows("whole.csv", Samples.utf8(Samples.CSV));
        byte[] last = Samples.utf8(LAST);
        for (int length = 1; length < last.length; length++) {
            byte[] cut = HostileArchives.joined(Samples.utf8(Samples.CSV), Arrays.copyOf(last, length));
            List<NumberedRow> rows = rows("cut.csv", cut);
            assertThat(texts(rows.subList(0, whole.size()))).isEqualTo(texts(whole));
            assertThat(rows).as("cut to %s bytes", length).hasSize(whole.size() + 1);
            NumberedRow end = rows.getLast();
            assertThat(end.line()).isEqualTo(5);
            boolean lacksItsLast =
                    end.row().size() == VALUES && end.row().value(VALUES - 1).equals(new RawValue.Text(""));
            assertThat(end.row().fault().isPresent() || lacksItsLast)
                    .as("cut to %s bytes", length)
                    .isTrue();
        }
        assertThat(rows("more.csv", Samples.utf8(Samples.CSV + LAST))
                        .getLast()
                        .row()
                        .size())
                .isEqualTo(VALUES);
    }

    @Test
    void saysWhatTellsIt() throws IOException {
        assertThat(faultOf(Samples.utf8(Samples.CSV + "536382,22421,CUP")))
                .isEqualTo(FieldError.WRONG_NUMBER_OF_VALUES + ": the row has 3 values, the header names 8; check the"
                        + " separators and quotes");
        assertThat(faultOf(Samples.utf8(Samples.CSV + "536382,22421,\"CUP, ")))
                .isEqualTo(FieldError.MALFORMED + ": the text ends within this row: a quote that opens in column 14 is"
                        + " not closed; get the rest of the file");
    }

    @Test
    void readsTextOfTwoBytesALetterThatEndsWithinOne() throws IOException {
        byte[] text = ("\uFEFF" + Samples.CSV + "536382,22421,CUP").getBytes(UTF_16LE);
        assertThat(rows("cut.csv", Arrays.copyOf(text, text.length - 1))).hasSize(4);
    }

    @Test
    void readsJsonOfALine() throws IOException {
        String row = """
                {"InvoiceNo":"1","StockCode":"a","Description":"Öl","Quantity":1,"InvoiceDate":"2010-12-01T09:41",\
                "UnitPrice":1,"Country":"EIRE"}""";
        byte[] last = Samples.utf8(row);
        for (int length = 1; length < last.length; length++) {
            byte[] text = HostileArchives.joined(Samples.utf8(row + "\n" + row + "\n"), Arrays.copyOf(last, length));
            List<NumberedRow> rows = rows("cut.ndjson", text);
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).row().fault()).isEmpty();
            assertThat(rows.getLast().line()).isEqualTo(3);
            assertThat(rows.getLast().row().fault()).isPresent();
        }
    }

    @Test
    void readsNothingOfAPackedOne() {
        byte[] packed = Samples.gzip(Samples.utf8(Samples.many(2_000)));
        Path file = Samples.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 20));
        assertThatThrownBy(() -> RowFile.open(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        file + " is damaged: its compressed data is cut off; nothing of it is read, so fetch or pack"
                                + " it again");
    }

    private String faultOf(byte[] text) throws IOException {
        FieldError fault = rows("cut.csv", text).getLast().row().fault().orElseThrow();
        return fault.code() + ": " + fault.message();
    }

    private List<NumberedRow> rows(String name, byte[] text) throws IOException {
        assertThat(new String(text, UTF_8)).isNotEmpty();
        return Samples.rows(Samples.write(folder.resolve(name), text));
    }

    private static List<String> texts(List<NumberedRow> rows) {
        return rows.stream()
                .map(row -> row.number() + " " + row.line() + " " + row.row().value(VALUES - 1))
                .toList();
    }
}
