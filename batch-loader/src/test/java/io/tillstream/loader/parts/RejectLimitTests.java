package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RejectLimitTests {

    @Test
    void aNumberIsPassedAsSoonAsThereIsOneMore() {
        RejectLimit limit = new RejectLimit.Rows(10);
        assertThat(limit.isHopeless(10, OptionalLong.empty())).isFalse();
        assertThat(limit.isHopeless(11, OptionalLong.empty())).isTrue();
        assertThat(limit.isPassed(11, 1_000_000)).isTrue();
    }

    @Test
    void aShareIsHopelessOnceAllRowsOfTheFileCannotMendIt() {
        RejectLimit limit = new RejectLimit.Percent(1);
        assertThat(limit.isHopeless(10, OptionalLong.of(1_000))).isFalse();
        assertThat(limit.isHopeless(11, OptionalLong.of(1_000))).isTrue();
        assertThat(limit.isHopeless(1_000, OptionalLong.empty())).isFalse();
        assertThat(limit.isPassed(11, 1_000)).isTrue();
        assertThat(limit.isPassed(10, 1_000)).isFalse();
    }

    @Test
    void withoutOneNothingIsTooMuch() {
        assertThat(new RejectLimit.None().isHopeless(1_000, OptionalLong.of(1))).isFalse();
        assertThat(new RejectLimit.None().isPassed(1_000, 1_000)).isFalse();
    }
}
