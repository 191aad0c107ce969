package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "-6",
                "+6",
                "007",
                "2.55",
                "-2.5500",
                "5.",
                ".5",
                "-.5",
                "6e0",
                "1E-7",
                "999999999999999999",
                "-99999999999999999",
                "9223372036854775808",
                "0.1234567890123456789"
            })
    void readsWhatBigDecimalReads(String text) {
        assertThat(Numbers.parse(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.00", "-.0", "0e9"})
    void hasOneZero(String text) {
        assertThat(Numbers.parse(text)).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "+", "e", "1.2.3", "1-2", "--1", "1,5", "1 ", "0x1", "\u0661"})
    void refusesEverythingElse(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }
}
