package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tillstream.consumers.sink.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexPageTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final ShardRange RANGE = new ShardRange(
            Position.of("49590338271490256608559692538361571095921575989136588898", 0),
            Position.of("49590338271490256608559692540925702759324208523137515618", 41));

    @Test
    void survivesItsBytes() {
        IndexPage page = new IndexPage(RANGE, List.of(new Sighting(NOON, new long[] {1, -2, 3, Long.MIN_VALUE})))
                .and(RANGE.last(), new Sighting(NOON.plusSeconds(60), new long[] {5, 6}));
        IndexPage read = IndexPage.fromBytes(RANGE, page.toBytes());
        assertThat(read.lines()).isEqualTo(3);
        assertThat(read).usingRecursiveComparison().isEqualTo(page);
    }

    @Test
    void isNamedAfterItsStretch() {
        assertThat(ShardRange.named(RANGE.name())).contains(RANGE);
        assertThat(ShardRange.named("_SUCCESS")).isEmpty();
    }

    @Test
    void saysWhatToDoWithBytesOfUnknownOrigin() {
        byte[] whole = new IndexPage(RANGE, List.of(new Sighting(NOON, new long[] {1, 2}))).toBytes();
        for (byte[] broken : List.of(
                new byte[0], "hello".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, whole.length - 1))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> IndexPage.fromBytes(RANGE, broken))
                    .withMessageContaining("delete it");
        }
    }
}
