package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.load.LoadMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HeadwayTests {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final WarehouseJobProperties SETTINGS = new WarehouseJobProperties(
            "lake",
            "firehose/",
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofHours(26),
            Duration.ofMinutes(15),
            Duration.ofDays(1),
            200,
            DataSize.ofMegabytes(1));

    @Test
    void beginsWithEverythingWhereNothingWasLoaded() {
        assertThat(headway(null).nextLook(NOON)).isEqualTo(new Look.AtAll());
    }

    @Test
    void goesOnBehindTheMarkHoweverLongItWasOut() {
        Headway headway = headway(new LoadMark("s3://lake/", NOON.minus(Duration.ofHours(60)), NOON));
        assertThat(headway.nextLook(NOON)).isEqualTo(new Look.AtLate(NOON.minus(Duration.ofHours(86))));
        headway.lookedForLate(NOON);
        assertThat(headway.nextLook(NOON.plusSeconds(5)))
                .isEqualTo(new Look.AtRecent(NOON.minus(Duration.ofHours(61))));
        assertThat(headway.nextLook(NOON.plusSeconds(900))).isInstanceOf(Look.AtLate.class);
    }

    @Test
    void looksAtEverythingOnceADay() {
        Headway headway = headway(new LoadMark("s3://lake/", NOON, NOON.minus(Duration.ofDays(1))));
        assertThat(headway.nextLook(NOON)).isEqualTo(new Look.AtAll());
        headway = headway(new LoadMark("s3://lake/", NOON, null));
        assertThat(headway.nextLook(NOON)).isEqualTo(new Look.AtAll());
    }

    @Test
    void beginsEarlierUnderAClockThatWasPutBack() {
        Headway headway = headway(new LoadMark("s3://lake/", NOON, NOON));
        Instant before = NOON.minus(Duration.ofHours(20));
        headway.lookedForLate(NOON);
        assertThat(headway.nextLook(before)).isEqualTo(new Look.AtLate(before.minus(Duration.ofHours(26))));
        assertThat(headway.nextLook(NOON.minus(Duration.ofDays(400)))).isEqualTo(new Look.AtAll());
    }

    @Test
    void reachesNothingThatHasNotHappened() {
        Headway headway = headway(null);
        Instant decade = NOON.plus(Duration.ofDays(3_650));
        assertThat(headway.markAt(decade, NOON).reached()).isEqualTo(NOON);
        headway.reached(new LoadMark("s3://lake/", decade, NOON));
        assertThat(headway.markAt(NOON, NOON).reached()).isEqualTo(NOON);
    }

    @Test
    void keepsTheMarkWhenALateObjectIsLoaded() {
        Headway headway = headway(new LoadMark("s3://lake/", NOON, null));
        assertThat(headway.markAt(NOON.minusSeconds(7_200), NOON).reached()).isEqualTo(NOON);
    }

    @Test
    void tellsHowFarItIsBehind() {
        Headway headway = headway(new LoadMark("s3://lake/", NOON, null));
        assertThat(headway.behind(Optional.empty())).isZero();
        assertThat(headway.behind(Optional.of(NOON.minusSeconds(3_600)))).isZero();
        assertThat(headway.behind(Optional.of(NOON.plusSeconds(3_600)))).isEqualTo(Duration.ofHours(1));
    }

    private static Headway headway(@Nullable LoadMark mark) {
        return new Headway(SETTINGS, "s3://lake/", mark);
    }
}
