package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelTimeTests {

    @ParameterizedTest
    @CsvSource({
        "40513.351388888892, 2010-12-01T08:26:00",
        "40513.999999999, 2010-12-02T00:00:00",
        "1, 1900-01-01T00:00:00",
        "59, 1900-02-28T00:00:00",
        "61, 1900-03-01T00:00:00",
        "2958465, 9999-12-31T00:00:00"
    })
    void countsDaysFrom1900(BigDecimal days, String expected) {
        assertThat(new ExcelTime(false).iso(days)).hasValue(expected);
    }

    @Test
    void countsDaysFrom1904() {
        assertThat(new ExcelTime(true).iso(new BigDecimal("39051.351388888892")))
                .hasValue("2010-12-01T08:26:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1e300"})
    void knowsNoDaysBeyondTheCalendar(BigDecimal days) {
        assertThat(new ExcelTime(false).iso(days)).isEmpty();
    }
}
