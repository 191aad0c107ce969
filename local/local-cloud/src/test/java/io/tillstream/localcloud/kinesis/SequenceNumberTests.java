package io.tillstream.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SequenceNumberTests {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 300)
    void hasFiftySixDigitsAndCanBeReadBack(
            @ForAll @IntRange(min = 0, max = 100_000) int shard,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 2) long position) {
        SequenceNumber number = SequenceNumber.ofPosition(CREATED, new ShardId(shard), position);
        assertThat(number.toString()).matches("49\\d{54}");
        assertThat(SequenceNumber.parse(number.toString())).contains(number);
    }

    @Test
    void growsWithinAShardAndFromParentToChild() {
        ShardId parent = new ShardId(3);
        ShardId child = new ShardId(4);
        assertThat(SequenceNumber.ofPosition(CREATED, parent, 0).toString())
                .isGreaterThan(SequenceNumber.startOf(CREATED, parent).toString())
                .isLessThan(SequenceNumber.ofPosition(CREATED, parent, 1).toString());
        assertThat(SequenceNumber.startOf(CREATED, child).toString())
                .isGreaterThan(
                        SequenceNumber.ofPosition(CREATED, parent, 1L << 40).toString());
        assertThat(SequenceNumber.startOf(CREATED.plusSeconds(1), parent).toString())
                .isGreaterThan(
                        SequenceNumber.ofPosition(CREATED, child, 1L << 40).toString());
    }

    @Test
    void isNotJustAnyNumber() {
        assertThat(SequenceNumber.parse("1")).isEmpty();
        assertThat(SequenceNumber.parse("9".repeat(56))).isEmpty();
    }
}
