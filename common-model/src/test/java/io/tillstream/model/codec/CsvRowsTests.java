package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.TransactionFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRowsTests {

    private final List<RawRow> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void readsRowsOfEveryLineEnd(String lineEnd) throws Exception {
        read(String.join(lineEnd, "InvoiceNo,Country", "1,EIRE", "", "  ", "2,", "3,France", ""));
        assertThat(values()).containsExactly(List.of("1", "EIRE"), List.of("2", ""), List.of("3", "France"));
        assertThat(rows.get(0).name(1)).isEqualTo("Country");
        assertThat(lines).containsExactly(2L, 5L, 6L);
    }

    @Test
    void understandsQuotes() throws Exception {
        read("\"InvoiceNo\",Description\n\"1\",\"a, \"\"b\"\"\r\nc\"\n2,\"\"\n3,5\" nail\n\"\"\"\",x");
        assertThat(values())
                .containsExactly(
                        List.of("1", "a, \"b\"\r\nc"), List.of("2", ""), List.of("3", "5\" nail"), List.of("\"", "x"));
        assertThat(lines).containsExactly(2L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,\"EI", "2,\"EIRE\n", "2,\"\"\"", "2,\"", "\"2", "2,Ital\uFFFD", "2"})
    void rejectsTheLastRowOfATextThatIsCutOff(String last) throws Exception {
        List<String> names = List.of("InvoiceNo", "Country");
        new CsvRows(',', header -> names)
                .withCutOffRow()
                .read(new StringReader("InvoiceNo,Country\n1,EIRE\n" + last), this::take);
        assertThat(values().get(0)).containsExactly("1", "EIRE");
        assertThat(rows).hasSize(2).last().matches(row -> row.fault().isPresent());
        assertThat(lines).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,\"EI\n3,France", "2,\"EI\r3,France", "2,\"EIRE\"x"})
    void doesNotTakeLinesWithinAnOpenQuoteForACutOffRow(String rest) {
        CsvRows csv = new CsvRows(',', header -> header).withCutOffRow();
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> csv.read(new StringReader("InvoiceNo,Country\n1,EIRE\n" + rest), this::take))
                .matches(fault -> fault.line() == 3);
        assertThat(rows).hasSize(1);
    }

    @Test
    void refusesAnOpenQuoteWhereATextIsNotSaidToBeCutOff() {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read("InvoiceNo,Country\n1,EIRE\n2,\"EI"))
                .withMessage("the quote that opens here is not closed at line 3, column 3");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void splitsAtItsDelimiterOnly(char delimiter) throws Exception {
        String text = "InvoiceNo,Country\n1,\"a,;\tb\"".replace(',', delimiter);
        new CsvRows(delimiter, TransactionFields.ALL).read(new StringReader(text), this::take);
        assertThat(values()).containsExactly(List.of("1", "a,;\tb".replace(',', delimiter)));
    }

    @Test
    void rejectsARowOfAnotherLengthAndReadsTheOthers() throws Exception {
        read("InvoiceNo,Country\n1,EIRE,secret\n2\n3,EIRE");
        assertThat(rows.get(0).fault().map(FieldError::code)).contains(FieldError.WRONG_NUMBER_OF_VALUES);
        assertThat(rows.get(1).fault().map(FieldError::message).orElse(""))
                .contains("has 1 values, the header names 2");
        assertThat(rows.get(2).fault()).isEmpty();
    }

    @Test
    void findsNoRowsUnderAHeaderAlone() throws Exception {
        read("\n\ninvoice ,customer id\r\n\r\n");
        assertThat(rows).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1|1|no header",
                "\\n\\n|3|1|no header",
                "a,secret|1|9|names no field",
                "InvoiceNo,Country\\n1,\"secret\\n\\n|2|3|not closed",
                "InvoiceNo,Country\\n\"a\\nb\",\"secret|3|4|not closed",
                "InvoiceNo,Country\\n1,\"a\"secret|2|6|closing quote",
                "InvoiceNo,Country\\n\"a\" ,b|2|4|closing quote",
                "\"InvoiceNo|1|1|not closed",
            })
    void saysWhereTheTextIsMalformedWithoutQuotingIt(String text, int line, int column, String reason) {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read(text.replace("\\n", "\n")))
                .withMessageContaining(reason)
                .satisfies(malformed -> {
                    assertThat(malformed.getMessage()).doesNotContain("secret");
                    assertThat(List.of(malformed.line(), malformed.column()))
                            .containsExactly((long) line, (long) column);
                });
    }

    @Test
    void boundsARowAndTheHeader() {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read("InvoiceNo\n\"" + "\n".repeat(1_000_000)))
                .withMessageContaining("line 2")
                .withMessageContaining("quote may be missing");
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read("InvoiceNo\n" + "x".repeat(1_000_000) + "\n1"))
                .withMessageContaining("line 2");
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read("InvoiceNo" + ",".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16"})
    void decodesItsCharset(String charset) throws Exception {
        String text = "InvoiceNo,Description\n1,10£ off";
        read(text.getBytes(Charset.forName(charset)), Charset.forName(charset));
        assertThat(values()).containsExactly(List.of("1", "10£ off"));
    }

    @Test
    void believesAByteOrderMarkRatherThanTheCharset() throws Exception {
        read("\uFEFFInvoiceNo,Description\n1,£".getBytes(UTF_8), ISO_8859_1);
        assertThat(rows.get(0).name(0)).isEqualTo("InvoiceNo");
        assertThat(values()).containsExactly(List.of("1", "£"));
    }

    @Test
    void refusesBytesThatDoNotFitTheCharset() {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read("InvoiceNo,Description\n1,a\n2,£".getBytes(ISO_8859_1), UTF_8))
                .withMessageContaining("charset")
                .withMessageContaining("line 3, column 3");
        assertThat(values()).containsExactly(List.of("1", "a"));
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read(new byte[] {'I', 'n', (byte) 0xC3}, UTF_8));
    }

    @Property(tries = 500)
    void readsBackWhatIsWritten(
            @ForAll @Size(max = 40)
                    List<
                                    @Size(value = 3) List<
                                            @StringLength(max = 12) @Chars({',', '"', '\n', '\r', ' '})
                                            @CharRange(from = 'a', to = 'c') String>>
                            records,
            @ForAll boolean straddling)
            throws Exception {
        rows.clear();
        // Long values make records straddle the reader's buffer.
        String padding = straddling ? "p".repeat(3_000) : "p";
        List<List<String>> padded = records.stream()
                .map(record -> record.stream().map(value -> value + padding).toList())
                .toList();
        String text = padded.stream()
                .map(record -> record.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "InvoiceNo,Country,Quantity\r\n", ""));
        read(text);
        assertThat(values()).isEqualTo(padded);
    }

    @Property(tries = 1_000)
    void answersArbitraryBytes(@ForAll byte[] bytes) throws IOException {
        byte[] body = ("InvoiceNo,Country\n" + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
        try {
            read(body, UTF_8);
        } catch (MalformedRows e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
        }
    }

    private List<List<String>> values() {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> ((RawValue.Text) row.value(i)).value())
                        .toList())
                .toList();
    }

    private void read(String text) throws IOException, MalformedRows {
        new CsvRows(',', TransactionFields.ALL).read(new StringReader(text), this::take);
    }

    private void read(byte[] text, Charset charset) throws IOException, MalformedRows {
        new CsvRows(',', TransactionFields.ALL).read(new ByteArrayInputStream(text), charset, this::take);
    }

    private void take(RawRow row, long line) {
        rows.add(row);
        lines.add(line);
    }
}
