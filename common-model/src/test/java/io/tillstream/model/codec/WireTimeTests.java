package io.tillstream.model.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTimeTests {

    private static final long YEAR_1 = -62_135_596_800_000L;
    private static final long YEAR_9999 = 253_402_300_799_999L;

    @Property(tries = 1_000)
    void readsWhatItWrites(@ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0);
        assertThat(WireTime.parseInstant(written(instant, false))).isEqualTo(instant);
        assertThat(WireTime.parseSpacedInstant(written(instant, true))).isEqualTo(instant);
        assertThat(WireTime.parse(written(time, false))).isEqualTo(time);
        assertThat(WireTime.parse(written(time, true))).isEqualTo(time);
    }

    @Test
    void writesTimesAsTheyLieInEveryStore() {
        LocalDateTime time = LocalDateTime.parse("0010-02-01T08:06:00");
        assertThat(written(time, false)).isEqualTo("0010-02-01T08:06:00");
        assertThat(written(time, true)).isEqualTo("0010-02-01 08:06:00");
        Instant moment = Instant.parse("1969-12-31T23:59:59.007Z");
        assertThat(written(moment, false)).isEqualTo("1969-12-31T23:59:59.007Z");
        assertThat(written(moment, true)).isEqualTo("1969-12-31 23:59:59.007+00");
    }

    private static String written(LocalDateTime time, boolean isForSql) {
        byte[] target = new byte[WireTime.MAX_LENGTH + 1];
        return new String(target, 1, WireTime.write(time, isForSql, target, 1) - 1, US_ASCII);
    }

    private static String written(Instant moment, boolean isForSql) {
        byte[] target = new byte[WireTime.MAX_LENGTH + 1];
        return new String(target, 1, WireTime.write(moment, isForSql, target, 1) - 1, US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01T08:26, 2010-12-01T08:26:00",
        "2010-12-01 08:26, 2010-12-01T08:26:00",
        "2010-12-01T08:26:07.000, 2010-12-01T08:26:07",
        "+12010-12-01T08:26:07, +12010-12-01T08:26:07"
    })
    void readsOtherFormsOfTheStandardToo(String text, String time) {
        assertThat(WireTime.parse(text)).isEqualTo(LocalDateTime.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:59Z, 2026-01-31T23:59:59Z",
        "2026-01-31T23:59:59.007123Z, 2026-01-31T23:59:59.007123Z",
        "2026-01-31T23:59:59+01:00, 2026-01-31T22:59:59Z"
    })
    void readsOtherFormsOfInstantsToo(String text, String instant) {
        assertThat(WireTime.parseInstant(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-13-01T08:26:00",
                "2010-02-30T08:26:00",
                "2010-12-01T24:26:00",
                "2010-12-01x08:26:00",
                "2010-12-01T08:26:0x",
                "2010-12-01T08-26-00",
                "-010-12-01T08:26:00",
                "",
                "yesterday"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> WireTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31 23:59:59.007Z",
                "2026-01-31T23:59:59.0x7Z",
                "2026-01-31T23:59:59,007Z",
                "2026-02-31T23:59:59.007Z",
                "2026-01-31T23:59:59.007X"
            })
    void refusesWhatIsNoInstant(String text) {
        assertThatThrownBy(() -> WireTime.parseInstant(text)).isInstanceOf(DateTimeException.class);
    }
}
