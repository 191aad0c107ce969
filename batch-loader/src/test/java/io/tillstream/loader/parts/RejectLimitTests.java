package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void isANumberOrAShare() {
        assertThat(RejectLimit.parse("0")).isEqualTo(new RejectLimit.Rows(0));
        assertThat(RejectLimit.parse("0.5%"))
                .isEqualTo(new RejectLimit.Percent(0.5))
                .hasToString("0.5%");
        assertThat(RejectLimit.parse("10%")).hasToString("10%");
        assertThat(RejectLimit.parse("100%").isPassed(1_000, 1_000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101%", "-1%", "NaN%", "few", "%", ""})
    void refusesWhatCanBeNoBound(String text) {
        assertThatThrownBy(() -> RejectLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
