package io.tillstream.loader.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTests {

    @Test
    void makesAsManyPartsAsWereAskedForAllOfAboutOneSize() {
        assertThat(Cut.into(4, 1_001).rows()).isEqualTo(251);
        assertThat(Cut.into(10, 3).rows()).isEqualTo(1);
        assertThat(Cut.into(3, 0).rows()).isEqualTo(1);
    }

    @Test
    void leavesOnePartWhole() {
        assertThat(Cut.into(1, 1_000).isFull(1_000_000_000L, 1L << 50)).isFalse();
    }

    @Test
    void sharesRowsOutEvenlyWhereTheirNumberIsKnown() {
        Cut cut = Cut.balanced(33_000, 250);
        assertThat(cut.rows()).as("250 rows of some 330 bytes fill three parts").isEqualTo(84);
        assertThat(cut.isFull(83, 33_000)).isFalse();
        assertThat(cut.isFull(84, 1)).isTrue();
        assertThat(cut.isFull(1, 1_000_000)).as("giant rows").isTrue();
    }

    @Test
    void goesBySizeWhereTheNumberOfRowsIsNotKnown() {
        assertThat(Cut.bySize(100).isFull(1_000, 99)).isFalse();
        assertThat(Cut.bySize(100).isFull(1, 100)).isTrue();
    }
}
