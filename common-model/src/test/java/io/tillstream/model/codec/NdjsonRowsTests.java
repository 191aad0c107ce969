package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NdjsonRowsTests {

    private final List<RawRow> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    @Test
    void readsAnObjectALineAndSkipsBlankLines() throws Exception {
        read("\uFEFF{\"a\":\"x\"}\n\n  \t\r\n {\"b\":2.50} \r\n{}");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).value(0)).isEqualTo(new RawValue.Text("x"));
        assertThat(rows.get(1).value(0)).isEqualTo(new RawValue.Numeral("2.50"));
        assertThat(lines).containsExactly(1L, 4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\r\n"})
    void findsNoRowsInNothing(String body) throws Exception {
        read(body);
        assertThat(rows).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1|malformed|column 7",
                "{\"a\":secret}|malformed|at column",
                "{\"a\":1}{\"a\":2}|malformed|column 9",
                "{\"a\":1},|malformed|column 9",
                "x|malformed|at column",
                "[{\"a\":1}]|not_an_object|object",
                "\"secret\"|not_an_object|object",
                "7|not_an_object|object",
            })
    void rejectsOneLineAndReadsTheOthers(String line, String code, String message) throws Exception {
        read("{\"a\":1}\n" + line + "\n{\"a\":2}");
        assertThat(rows).hasSize(3);
        FieldError fault = rows.get(1).fault().orElseThrow();
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).contains(message).doesNotContain("secret");
        assertThat(rows.get(2).value(0)).isEqualTo(new RawValue.Numeral("2"));
    }

    @Test
    void rejectsALineThatIsNotUtf8() throws Exception {
        read("{\"a\":\"£\"}\n{\"a\":1}".getBytes(ISO_8859_1));
        assertThat(rows.get(0).fault().map(FieldError::code)).contains(FieldError.MALFORMED);
        assertThat(rows.get(1).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {LineSplitter.MAX_BYTES + 1, 5 * LineSplitter.MAX_BYTES + 7})
    void rejectsAVeryLongLineAndReadsTheOthers(int length) throws Exception {
        read("{}\n" + " ".repeat(length) + "\n{\"a\":1}\n" + "x".repeat(length));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).fault().map(FieldError::code)).contains(FieldError.MALFORMED);
        assertThat(rows.get(2).size()).isEqualTo(1);
        assertThat(rows.get(3).fault()).isPresent();
        assertThat(lines).containsExactly(1L, 2L, 3L, 4L);
    }

    @Property(tries = 200)
    void findsEveryLineWhateverTheirLengths(@ForAll List<@IntRange(max = 60_000) Integer> lengths) throws IOException {
        rows.clear();
        StringBuilder body = new StringBuilder();
        lengths.forEach(
                length -> body.append("{\"a\":\"").append("x".repeat(length)).append("\"}\n"));
        read(body.toString());
        assertThat(rows)
                .extracting(row -> ((RawValue.Text) row.value(0)).value().length())
                .isEqualTo(lengths);
    }

    @Property(tries = 1_000)
    void answersArbitraryBytes(@ForAll byte[] bytes) throws IOException {
        rows.clear();
        read(bytes);
        assertThat(rows).hasSizeLessThanOrEqualTo(bytes.length);
    }

    private void read(String body) throws IOException {
        read(body.getBytes(UTF_8));
    }

    private void read(byte[] body) throws IOException {
        new NdjsonRows().read(new ByteArrayInputStream(body), (row, line) -> {
            rows.add(row);
            lines.add(line);
        });
    }
}
