package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRowsTests {

    @Test
    void readsOneObject() throws Exception {
        RawRow row = read("{\"a\":\"x\",\"b\":2.5499999999999998,\"c\":null,\"d\":true,\"e\":{\"f\":[1,{}]},\"g\":1}")
                .get(0);
        assertThat(row.size()).isEqualTo(6);
        assertThat(row.name(1)).isEqualTo("b");
        assertThat(row.value(0)).isEqualTo(new RawValue.Text("x"));
        assertThat(row.value(1)).isEqualTo(new RawValue.Numeral("2.5499999999999998"));
        assertThat(row.value(2)).isEqualTo(RawValue.Other.NULL);
        assertThat(row.value(3)).isEqualTo(RawValue.Other.TRUE);
        assertThat(row.value(4)).isEqualTo(RawValue.Other.NESTED);
        assertThat(row.value(5)).isEqualTo(new RawValue.Numeral("1"));
    }

    @Test
    void readsAnArrayAndSparesTheRowsBesideABadElement() throws Exception {
        List<RawRow> rows = read("\uFEFF [ {\"a\":1}, 7, [[{}]], null, {}, {\"a\":1,\"a\":2} ] \n");
        assertThat(rows).hasSize(6);
        assertThat(rows.subList(1, 4))
                .allSatisfy(row -> assertThat(row.fault().map(FieldError::code)).contains(FieldError.NOT_AN_OBJECT));
        assertThat(rows.get(4).size()).isZero();
        assertThat(rows.get(5).size()).isEqualTo(2);
    }

    @Test
    void tellsTheLineOfEachRow() throws Exception {
        List<Long> lines = new ArrayList<>();
        byte[] body = "[{},\n\n{\n}, 7]".getBytes(UTF_8);
        new JsonRows().read(new ByteArrayInputStream(body), (row, line) -> lines.add(line));
        assertThat(lines).containsExactly(1L, 3L, 4L);
    }

    @Test
    void readsAnEmptyArray() throws Exception {
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void boundsTheFieldsOfARow() throws Exception {
        String many = "{" + "\"a\":1,".repeat(5_000) + "\"b\":[2]}";
        List<RawRow> rows = read("[" + many + ",{\"a\":1}]");
        assertThat(rows.get(0).fault().map(FieldError::code)).contains(FieldError.TOO_MANY_FIELDS);
        assertThat(rows.get(1).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1|1",
                "[{\"a\":secret}]|1",
                "[{\"a\":1},\\n  {\"b\" 2}]|2",
                "{\"a\":1} {\"a\":2}|1",
                "[] x|1",
                "\"secret\"|1",
                "17|1",
                "{\"a\":NaN}|1",
                "{\"a\":01}|1",
                "[{\"a\":1},]|1",
                "{'a':1}|1",
            })
    void saysWhereTheBodyIsMalformedWithoutQuotingIt(String body, int line) {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read(body.replace("\\n", "\n")))
                .satisfies(malformed -> {
                    assertThat(malformed.line()).isEqualTo(line);
                    assertThat(malformed.column()).isPositive();
                    assertThat(malformed.getMessage()).doesNotContain("secret").contains("line " + line);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void refusesAnEmptyBody(String body) {
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read(body));
    }

    @Test
    void boundsNestingNamesAndNumbers() {
        assertThatExceptionOfType(MalformedRows.class)
                .isThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
                .withMessageContaining("too long");
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read("{\"" + "a".repeat(100_000) + "\":1}"));
        assertThatExceptionOfType(MalformedRows.class).isThrownBy(() -> read("{\"a\":" + "1".repeat(100_000) + "}"));
    }

    @Test
    void passesOnTheFailureOfTheStream() {
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream("[{".getBytes(UTF_8)), new CutOff());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new JsonRows().read(failing, (row, line) -> {}))
                .withMessage("cut off");
    }

    @Property(tries = 1_000)
    void answersArbitraryBytes(@ForAll byte[] bytes, @ForAll("starts") String start) throws IOException {
        byte[] first = start.getBytes(UTF_8);
        byte[] body = Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, body, first.length, bytes.length);
        try {
            new JsonRows().read(new ByteArrayInputStream(body), (row, line) -> {});
        } catch (MalformedRows e) {
            assertThat(e.line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of("", "[", "{", "[{\"a\":", "{\"", "[{}", "\uFEFF{", "\u0000\u0000");
    }

    private static List<RawRow> read(String body) throws Exception {
        List<RawRow> rows = new ArrayList<>();
        new JsonRows().read(new ByteArrayInputStream(body.getBytes(UTF_8)), (row, line) -> rows.add(row));
        return rows;
    }

    private static final class CutOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut off");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("cut off");
        }
    }
}
