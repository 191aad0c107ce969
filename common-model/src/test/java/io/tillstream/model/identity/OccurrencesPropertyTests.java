package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

final class OccurrencesPropertyTests {

    private static final int EIGHT_SLOTS = 8 * HashSegment.SLOT_SIZE;

    private final Path folder = newFolder();

    @Property(tries = 200)
    void countsAsAMapDoes(@ForAll long seed, @ForAll @IntRange(max = 64) int onHeap, @ForAll boolean regular) {
        Random random = new Random(seed);
        Map<Digest128.Hash, Integer> expected = new HashMap<>();
        try (Occurrences occurrences = new Occurrences(SegmentMemory.in(folder, EIGHT_SLOTS, onHeap))) {
            for (int i = 0; i < 2_000; i++) {
                long number = random.nextInt(1_000);
                Digest128.Hash hash = regular ? new Digest128.Hash(number / 2, number << 40) : scattered(number);
                assertThat(occurrences.next(hash)).isEqualTo(expected.merge(hash, 1, Integer::sum));
            }
            assertThat(occurrences.distinct()).isEqualTo(expected.size());
        }
    }

    @Example
    void countsTheSameInAFileAsOnTheHeap() throws IOException {
        try (Occurrences heap = Occurrences.onHeap();
                Occurrences file = Occurrences.in(folder.resolve("not/there/yet"))) {
            for (long i = 0; i < 600_000; i++) {
                Digest128.Hash hash = scattered(i * 7 % 500_000);
                assertThat(file.next(hash)).isEqualTo(heap.next(hash)).isEqualTo(i < 500_000 ? 1 : 2);
            }
            assertThat(files()).isEmpty();
        }
    }

    @Example
    void countsTextsOnce() {
        try (DistinctTexts texts = DistinctTexts.in(folder)) {
            List.of("", "", "a", "b", "b", "a", "").forEach(texts::add);
            assertThat(texts.count()).isEqualTo(3);
        }
    }

    @Example
    void saysWhereThereIsNoScratchMemory() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (SegmentMemory scratch = SegmentMemory.in(file, EIGHT_SLOTS, 0)) {
            assertThatThrownBy(scratch::take)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @AfterProperty
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Digest128.Hash scattered(long number) {
        return new Digest128.Hash(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL + 1);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "occurrences");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
