package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DigestRingPropertyTests {

    @Property(tries = 100)
    void holdsWhatAQueueWouldHold(@ForAll long seed) {
        Random random = new Random(seed);
        int different = 1 + random.nextInt(5_000);
        int longest = 1 + random.nextInt(4_000);
        DigestRing ring = new DigestRing();
        Deque<Long> queue = new ArrayDeque<>();
        for (int i = 0; i < 10_000; i++) {
            long digest = random.nextInt(different);
            ring.add(-digest, digest);
            queue.add(digest);
            if (queue.size() > longest) {
                int many = 1 + random.nextInt(longest);
                ring.removeOldest(many);
                for (int n = 0; n < many; n++) {
                    queue.remove();
                }
            }
        }
        assertThat(ring.size()).isEqualTo(queue.size());
        for (long digest = 0; digest < different; digest++) {
            assertThat(ring.contains(-digest, digest)).isEqualTo(queue.contains(digest));
            assertThat(ring.contains(digest + 1, digest)).isFalse();
        }
    }
}
