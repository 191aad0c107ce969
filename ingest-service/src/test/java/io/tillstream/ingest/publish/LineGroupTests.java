package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LineGroupTests {

    private final PublishRequest one = new PublishRequest(3, 0);
    private final PublishRequest other = new PublishRequest(2, 0);

    @Test
    void acknowledgesEachRequestForAllItsLines() {
        group(one, other, other, one).acknowledge();
        assertThat(other.isOver()).isTrue();
        assertThat(one.isOver()).isFalse();
        assertThat(one.missing()).isEqualTo(1);
        group(one).acknowledge();
        assertThat(one.isOver()).isTrue();
    }

    private static LineGroup group(PublishRequest... requests) {
        List<PendingLine> lines = Stream.of(requests)
                .map(request -> Lines.pending(Lines.line("1", "a line"), request))
                .toList();
        return new LineGroup(lines, 100);
    }
}
