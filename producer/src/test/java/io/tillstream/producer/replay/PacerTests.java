package io.tillstream.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PacerTests {

    @Test
    void spacesRowsEvenlyFromWhenTheFirstOneComes() {
        Pacer pacer = new Pacer(OptionalDouble.of(200), () -> 7_000);
        assertThat(pacer.dueAt(0)).isEqualTo(7_000);
        assertThat(pacer.dueAt(1)).isEqualTo(5_007_000);
        assertThat(pacer.dueAt(200)).isEqualTo(1_000_007_000);
    }

    @Test
    void letsEveryRowGoAtOnceWithoutARate() {
        Pacer pacer = new Pacer(OptionalDouble.empty(), () -> 7_000);
        assertThat(pacer.dueAt(0)).isEqualTo(7_000);
        assertThat(pacer.dueAt(1_000)).isEqualTo(7_000);
    }
}
