package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBytesTests {

    private static final byte[] A = JsonBytes.name("a");
    private static final byte[] B = JsonBytes.name("b");

    private final JsonBytes json = new JsonBytes();

    @BeforeEach
    void open() {
        json.open();
    }

    @Test
    void writesNothingAsAnEmptyObject() {
        assertThat(written()).isEqualTo("{}");
    }

    @Test
    void separatesPropertiesOfEveryKind() {
        json.property(A, "x");
        json.property(B, Long.MIN_VALUE);
        json.property(A, new BigDecimal("0.0000001"));
        json.property(B, false);
        json.property(A, LocalDateTime.parse("2010-12-01T08:26:00"), true);
        json.property(B, Instant.parse("2026-01-31T23:59:59.007Z"), false);
        assertThat(written())
                .isEqualTo("{\"a\":\"x\",\"b\":-9223372036854775808,\"a\":0.0000001,\"b\":false,"
                        + "\"a\":\"2010-12-01 08:26:00\",\"b\":\"2026-01-31T23:59:59.007Z\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "7",
                "-7",
                "2.55",
                "-0.05",
                "0.0001",
                "10.10",
                "-99999999999999.9999",
                "999999999999999999",
                "0.0000000001",
                "9223372036854775807.12",
                "1E+3"
            })
    void writesNumbersAsTheyAre(String number) {
        json.property(A, new BigDecimal(number));
        assertThat(written()).isEqualTo("{\"a\":" + new BigDecimal(number).toPlainString() + "}");
    }

    @Test
    void nestsObjects() {
        json.open(A);
        json.property(B, 1);
        json.close();
        json.property(B, 2);
        assertThat(written()).isEqualTo("{\"a\":{\"b\":1},\"b\":2}");
    }

    @Test
    void escapesWhatJsonAsksFor() {
        json.property(A, "plain \"quoted\" \\ \n\u0000\u001F\u007F");
        assertThat(written()).isEqualTo("{\"a\":\"plain \\\"quoted\\\" \\\\ \\u000A\\u0000\\u001F\u007F\"}");
    }

    @Test
    void writesOtherCharactersAsUtf8() {
        json.property(A, "é € 🎄 {");
        json.property(B, "é");
        assertThat(written()).isEqualTo("{\"a\":\"é € 🎄 {\",\"b\":\"é\"}");
    }

    @Test
    void growsAsFarAsItMust() {
        json.property(A, "x".repeat(600));
        json.property(B, "\"".repeat(5_000));
        assertThat(written()).isEqualTo("{\"a\":\"" + "x".repeat(600) + "\",\"b\":\"" + "\\\"".repeat(5_000) + "\"}");
    }

    private String written() {
        json.close();
        return new String(json.toByteArray(), UTF_8);
    }
}
