package io.tillstream.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTests {

    @Test
    void includesTheWholeLastDay() {
        assertThat(PeriodParameter.of("2010-12-01", "2010-12-31"))
                .isEqualTo(new PeriodParameter(time("2010-12-01T00:00"), time("2011-01-01T00:00")));
        assertThat(PeriodParameter.of("2010-12-01", "2010-12-01").to()).isEqualTo(time("2010-12-02T00:00"));
        assertThat(PeriodParameter.of(null, "9999-12-31").to()).isEqualTo(time("+10000-01-01T00:00"));
    }

    @Test
    void endsBeforeAGivenTime() {
        assertThat(PeriodParameter.of("2010-12-01T08:26", "2010-12-01T08:26:30"))
                .isEqualTo(new PeriodParameter(time("2010-12-01T08:26"), time("2010-12-01T08:26:30")));
    }

    @Test
    void leavesOpenWhatIsNotGiven() {
        assertThat(PeriodParameter.of(null, " ")).isEqualTo(new PeriodParameter(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2010-13-01",
                "2010-02-30",
                "12/1/2010",
                "2010-12-01 08:00",
                "2010-12-01T08",
                "2010-12-01T08:00Z",
                "2010-12-01T24:00",
                "0000-01-01",
                "+12345-01-01T00:00"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> PeriodParameter.of(null, text))
                .withMessageStartingWith("The parameter to must be a date such as 2010-12-01");
    }

    @Test
    void saysOnWhichClockAPeriodIs() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> PeriodParameter.of("today", null))
                .withMessageEndingWith("in the shops' local time");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> PeriodParameter.inUtc("today", null))
                .withMessageEndingWith("in UTC");
    }

    @ParameterizedTest
    @CsvSource({"2010-12-02,2010-12-01", "2010-12-01T08:01,2010-12-01T08:00"})
    void refusesToEndBeforeTheBeginning(String from, String to) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> PeriodParameter.of(from, to))
                .withMessageContaining("no later than");
    }

    @Test
    void takesALimitWithinBounds() {
        assertThat(Parameters.limit(null, 50, 1_000)).isEqualTo(50);
        assertThat(Parameters.limit("1", 50, 1_000)).isEqualTo(1);
        assertThat(Parameters.limit("1000", 50, 1_000)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "ten", "1e2", "99999999999"})
    void saysWhichLimitsThereAre(String text) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Parameters.limit(text, 50, 1_000))
                .withMessage("The parameter limit must be a whole number from 1 to 1000");
    }

    @Test
    void takesAChoiceByItsWord() {
        assertThat(Parameters.choice("unit", null, Example.class)).isEmpty();
        for (String text : new String[] {"needs attention", "needs-attention", "NEEDS_ATTENTION"}) {
            assertThat(Parameters.choice("unit", text, Example.class)).contains(Example.NEEDS_ATTENTION);
        }
    }

    @Test
    void saysWhichChoicesThereAre() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Parameters.choice("segment", "best", Example.class))
                .withMessage("The parameter segment must be one of loyal, needs attention");
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }

    private enum Example {
        LOYAL,
        NEEDS_ATTENTION
    }
}
