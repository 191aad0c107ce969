package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.ShardMap.Shard;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ShardMapTests {

    @Property(tries = 300)
    void findsTheOneShardThatTakesAKey(@ForAll @Size(max = 20) List<Long> cuts, @ForAll long high, @ForAll long low) {
        List<Shard> shards = shards(cuts);
        Collections.reverse(shards);
        ShardMap map = ShardMap.of(shards).orElseThrow();
        HashKey key = new HashKey(high, low);
        Shard found = map.shards().get(map.indexOf(key));
        assertThat(found.first()).isLessThanOrEqualTo(key);
        assertThat(found.last()).isGreaterThanOrEqualTo(key);
    }

    @Test
    void isNoMapWithGapsOrOverlaps() {
        Shard lower = new Shard("a", HashKey.LEAST, HashKey.parse("99"));
        Shard upper = new Shard("b", HashKey.parse("100"), HashKey.MOST);
        assertThat(ShardMap.of(List.of(upper, lower))).isPresent();
        assertThat(ShardMap.of(List.of())).isEmpty();
        assertThat(ShardMap.of(List.of(lower))).isEmpty();
        assertThat(ShardMap.of(List.of(upper))).isEmpty();
        assertThat(ShardMap.of(List.of(lower, new Shard("b", HashKey.parse("101"), HashKey.MOST))))
                .isEmpty();
        assertThat(ShardMap.of(List.of(lower, upper, new Shard("c", HashKey.LEAST, HashKey.MOST))))
                .isEmpty();
    }

    @Property(tries = 300)
    void writesAndReadsKeysAsUnsignedNumbers(@ForAll long high, @ForAll long low, @ForAll long other) {
        HashKey key = new HashKey(high, low);
        assertThat(HashKey.parse(key.toString())).isEqualTo(key);
        assertThat(Integer.signum(key.compareTo(new HashKey(other, low))))
                .isEqualTo(
                        new BigInteger(key.toString()).compareTo(new BigInteger(new HashKey(other, low).toString())));
    }

    @Test
    void knowsTheEndsOfTheRange() {
        assertThat(HashKey.MOST).hasToString("340282366920938463463374607431768211455");
        assertThat(HashKey.MOST.next()).isEqualTo(HashKey.LEAST);
        assertThat(new HashKey(0, -1).next()).hasToString("18446744073709551616");
        // As the AWS documentation and every Kinesis stream has it: the MD5 of the partition key.
        assertThat(Lines.hash("a")).hasToString("16955237001963240173058271559858726497");
    }

    /** Shards between the cuts. */
    static List<Shard> shards(List<Long> cuts) {
        SortedSet<HashKey> firsts = new TreeSet<>();
        firsts.add(HashKey.LEAST);
        cuts.forEach(cut -> firsts.add(new HashKey(cut, 0)));
        List<Shard> shards = new ArrayList<>();
        HashKey last = HashKey.MOST;
        for (HashKey first : firsts.reversed()) {
            shards.add(new Shard("shard-" + first + "-" + last, first, last));
            last = new HashKey(first.high() - 1, -1);
        }
        return shards;
    }
}
