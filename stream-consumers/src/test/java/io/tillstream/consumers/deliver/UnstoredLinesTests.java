package io.tillstream.consumers.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.StreamLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnstoredLinesTests {

    private final UnstoredLines unstored = new UnstoredLines();

    @Test
    void linesThatCameTogetherAreOneEntryWhichIsStoredWhenItsLastLineIs() {
        unstored.add(List.of(line(1, 0), line(2, 40), line(3, 1_000)));
        assertThat(unstored.nextStored(at(1))).isNull();
        assertThat(unstored.nextStored(at(2)))
                .satisfies(entry -> assertThat(entry.lines()).isEqualTo(2))
                .satisfies(entry -> assertThat(entry.arrivalMillis()).isEqualTo(SampleBatches.ARRIVAL.toEpochMilli()));
        assertThat(unstored.nextStored(at(2))).isNull();
        assertThat(unstored.nextStored(at(9)))
                .satisfies(entry -> assertThat(entry.lines()).isEqualTo(1));
    }

    private static StreamLine line(long sequence, long millisLater) {
        return SampleBatches.line(at(sequence), SampleBatches.ARRIVAL.plusMillis(millisLater), "line");
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
