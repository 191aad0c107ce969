package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateScannerTests {

    @ParameterizedTest
    @CsvSource({
        "12/1/2010 8:26,2010-12-01T08:26:00",
        "1/12/2010 08:26,2010-01-12T08:26:00",
        "12/01/10 8:26:59,2010-12-01T08:26:59",
        "2/29/2012 0:00,2012-02-29T00:00:00",
        "12/1/2010T8:26,2010-12-01T08:26:00",
        "2010-12-01 08:26,2010-12-01T08:26:00",
        "2010-12-01T08:26:07,2010-12-01T08:26:07",
        "2010-12-01T08:26:07.999Z,2010-12-01T08:26:07",
        "2010-12-01T08:26Z,2010-12-01T08:26:00",
        "2010-12-01T08:26:00+01:00,2010-12-01T08:26:00",
        "2010-12-01 08:26:00 -0530,2010-12-01T08:26:00",
        "12/1/2010 8:26+01,2010-12-01T08:26:00",
    })
    void keepsTheLocalTimeOfEverySpelling(String text, LocalDateTime date) {
        assertThat(DateScanner.parse(text, DateOrder.MONTH_FIRST)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "yesterday",
                "12/1/2010",
                "2010-12-01",
                "2010-12-01T",
                "2/30/2011 8:26",
                "2/29/2011 8:26",
                "13/1/2010 8:26",
                "0/1/2010 8:26",
                "12/1/2010 24:00",
                "12/1/2010 8:60",
                "12/1/2010 8:26:60",
                "12/1/010 8:26",
                "12/1/20100 8:26",
                "12/1/0000 8:26",
                "12-1-2010 8:26",
                "2010/12/01 8:26",
                "2010-1-1 8:26",
                "2010-12-01T08:26:00+19:00",
                "2010-12-01T08:26:00+01:60",
                "2010-12-01T08:26:00+1",
                "2010-12-01T08:26:00.",
                "2010-12-01T08:26:00.Z",
                "2010-12-01T08:26:00 ",
                "12/1/2010 8:26 AM",
                "40513.35",
                "١٢/1/2010 8:26",
                "12/1/2010 8:26Zx"
            })
    void refusesWhatIsNoDateOfTheCalendar(String text) {
        assertThat(DateScanner.parse(text, DateOrder.MONTH_FIRST)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1/12/2010 8:26,2010-12-01T08:26:00",
        "31/1/11 08:26:59,2011-01-31T08:26:59",
        "29/2/2012 0:00,2012-02-29T00:00:00",
        "2010-12-01 08:26,2010-12-01T08:26:00",
    })
    void readsTheDayFirstWhereThatIsSaid(String text, LocalDateTime date) {
        assertThat(DateScanner.parse(text, DateOrder.DAY_FIRST)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/13/2010 8:26", "31/4/2010 8:26", "29/2/2011 8:26", "2010-13-01 08:26"})
    void refusesOtherMonthsThere(String text) {
        assertThat(DateScanner.parse(text, DateOrder.DAY_FIRST)).isNull();
    }
}
