package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatingNumberTests {

    @ParameterizedTest
    @CsvSource({
        "17850,17850",
        "2.55,2.55",
        "1.785E4,17850",
        "999999999999999,999999999999999",
        "-999999999999999.5,-999999999999999.5",
        "1E-300,0.0000000000",
        "0E400,0",
    })
    void writesPlainDigitsWhereTheyAreSure(String kept, String start) {
        assertThat(FloatingNumber.text(new BigDecimal(kept), 15))
                .startsWith(start)
                .doesNotContain("E");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890123450,1.234567890123450E+15",
        "1.48758E+18,1.48758E+18",
        "-1487580005134238553,-1.487580005134238553E+18",
        "1E15,1E+15",
        "1234567890123456.5,1.2345678901234565E+15",
        "1.7976931348623157E308,1.7976931348623157E+308"
    })
    void writesAnExponentWhereTheyAreNot(String kept, String written) {
        assertThat(FloatingNumber.text(new BigDecimal(kept), 15)).isEqualTo(written);
        assertThat(new BigDecimal(written)).isEqualByComparingTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @CsvSource({"1.6777216E7,1.6777216E+7", "9999999,9999999"})
    void knowsFewerDigitsOfAFloat(String kept, String written) {
        assertThat(FloatingNumber.text(new BigDecimal(kept), FloatingNumber.DIGITS_OF_A_FLOAT))
                .isEqualTo(written);
    }
}
