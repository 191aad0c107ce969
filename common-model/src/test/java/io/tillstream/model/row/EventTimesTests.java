package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTimesTests {

    private static final long YEAR_1 = -62_135_510_400_000L;
    private static final long YEAR_9999 = 253_402_214_400_000L;

    @ParameterizedTest
    @CsvSource({
        "2019-10-01 00:00:00 UTC,2019-10-01T00:00:00Z",
        "2019-10-01 00:00:00 utc,2019-10-01T00:00:00Z",
        "2019-10-01 00:00:00UTC,2019-10-01T00:00:00Z",
        "2019-10-01T00:00:00Z,2019-10-01T00:00:00Z",
        "2019-10-01t00:00:00z,2019-10-01T00:00:00Z",
        "2019-10-01T00:00:00,2019-10-01T00:00:00Z",
        "2019-10-01 00:00,2019-10-01T00:00:00Z",
        "2019-10-01T02:00:00+02:00,2019-10-01T00:00:00Z",
        "2019-10-01 02:00:00 +0200,2019-10-01T00:00:00Z",
        "2019-09-30T14:30-0930,2019-10-01T00:00:00Z",
        "2020-02-29 23:59:59 UTC,2020-02-29T23:59:59Z",
        "1969-12-31T23:59:59.5Z,1969-12-31T23:59:59.500Z",
        "2019-10-01 00:00:00.7 UTC,2019-10-01T00:00:00.700Z",
        "2019-10-01T00:00:00.0789Z,2019-10-01T00:00:00.078Z",
        "2019-10-01T00:00:00.999999999+00:00,2019-10-01T00:00:00.999Z",
        "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z",
    })
    void readsTheMomentOfEverySpelling(String text, Instant moment) {
        assertThat(EventTimes.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2019",
                "2019-10-01",
                "2019-10-01 ",
                "2019-10-01T",
                "2019-10-01 24:00:00 UTC",
                "2019-10-01 00:60:00 UTC",
                "2019-10-01 00:00:60 UTC",
                "2019-13-01 00:00:00 UTC",
                "2019-02-29 00:00:00 UTC",
                "2019-10-00 00:00:00 UTC",
                "0000-10-01 00:00:00 UTC",
                "2019-10-01 0:00:00 UTC",
                "2019-10-01 00:0:00 UTC",
                "2019-10-01 00:00:0 UTC",
                "2019-10-01 00:00:00.",
                "2019-10-01 00:00:00.Z",
                "2019-10-01 00:00:00.1234567890Z",
                "2019-10-01 00:00:00 ",
                "2019-10-01 00:00:00 U",
                "2019-10-01 00:00:00 UT",
                "2019-10-01 00:00:00 UTC+1",
                "2019-10-01 00:00:00 UTC ",
                "2019-10-01 00:00:00 CET",
                "2019-10-01T00:00:00+19:00",
                "2019-10-01T00:00:00+01:60",
                "2019-10-01T00:00:00+1",
                "2019-10-01T00:00:00Zx",
                "2019-10-01T01+01",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "10/1/2019 0:00",
                "1569888000",
                "1569888000000",
                "٢019-10-01 00:00:00 UTC"
            })
    void refusesWhatIsNoMomentOfTheCalendar(String text) {
        assertThat(EventTimes.parse(text)).isNull();
    }

    @Property(tries = 2_000)
    void readsWhatTheJdkWrites(
            @ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long millis,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutesAhead) {
        Instant moment = Instant.ofEpochMilli(millis);
        OffsetDateTime elsewhere = moment.atOffset(ZoneOffset.ofTotalSeconds(minutesAhead * 60));
        for (String form : List.of("uuuu-MM-dd HH:mm:ss.SSS xx", "uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx")) {
            String text = elsewhere.format(DateTimeFormatter.ofPattern(form, Locale.ROOT));
            assertThat(EventTimes.parse(text)).as(text).isEqualTo(moment);
        }
    }
}
