package io.tillstream.invoicestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.identity.Digest128;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSetTests {

    private final LineSet lines = new LineSet();

    @Test
    void tellsAKnownLineFromAnotherVersionOfIt() {
        Digest128.Hash key = new Digest128.Hash(1, 2);
        assertThat(lines.add(key, 7)).isEqualTo(LineSet.Added.NEW);
        assertThat(lines.add(key, 7)).isEqualTo(LineSet.Added.KNOWN);
        assertThat(lines.add(key, 8)).isEqualTo(LineSet.Added.OTHER_VERSION);
        assertThat(lines.add(key, 7)).isEqualTo(LineSet.Added.KNOWN);
        assertThat(lines.size()).isEqualTo(1);
    }

    @Test
    void knowsWhatAMapKnows() {
        Random random = new Random(3);
        Map<Digest128.Hash, Long> twin = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few low halves, so that many keys belong in one slot.
            Digest128.Hash key = new Digest128.Hash(random.nextInt(3_000) + 1L, random.nextInt(4));
            long version = random.nextInt(2);
            Long known = twin.putIfAbsent(key, version);
            assertThat(lines.add(key, version))
                    .isEqualTo(
                            known == null
                                    ? LineSet.Added.NEW
                                    : known == version ? LineSet.Added.KNOWN : LineSet.Added.OTHER_VERSION);
        }
        assertThat(lines.size()).isEqualTo(twin.size());
    }
}
