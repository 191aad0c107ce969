package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.48758E+18",
                "1,48758E+18",
                "1.48758e+18",
                "1.48758E18",
                "-1.5E+16",
                "1E+18",
                "2e+18",
                "1.5E-7",
                "1487580000000000000.0",
                "1487580000000000000.000",
                "1487580000000000000,0"
            })
    void knowsNumbersThatASpreadsheetHasRounded(String text) {
        assertThat(Texts.isRoundedNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1487580005134238553",
                "17850.0",
                "999999999999999.0",
                "1487580000000000000.5",
                "1487580000000000000.",
                "12E5",
                "1E5",
                "1E",
                "1E+",
                "1.5E",
                "1.5Ex",
                "1.5E+1234",
                "12.5E+18",
                "1.2.3E+5",
                "E+18",
                "26dd6e6e-4dac-4778-8d2c-92e149dab885",
                "1e+18-b"
            })
    void takesOtherTextsForWhatTheyAre(String text) {
        assertThat(Texts.isRoundedNumber(text)).isFalse();
    }
}
