package io.tillstream.localcloud.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordLogTests {

    private static final int SMALL_SEGMENT = 200;

    @TempDir
    Path folder;

    @Test
    void readsOnFromAnyPosition() {
        try (RecordLog log = filled(1_000)) {
            for (long from : new long[] {0, 1, 255, 256, 257, 999}) {
                assertThat(texts(log.read(from, 3, 1_000_000)))
                        .isEqualTo(IntStream.range((int) from, (int) Math.min(from + 3, 1_000))
                                .mapToObj(i -> "record " + i)
                                .toList());
            }
            assertThat(log.read(1_000, 3, 1_000_000)).isEmpty();
        }
    }

    @Test
    void returnsAtLeastOneRecordHoweverLarge() {
        try (RecordLog log = filled(3)) {
            assertThat(texts(log.read(1, 10, 1))).containsExactly("record 1");
            assertThat(texts(log.read(0, 10, 17))).containsExactly("record 0", "record 1");
        }
    }

    @Test
    void holdsWhatItHeldWhenOpenedAgain() {
        filled(100).close();
        try (RecordLog log = RecordLog.open(folder, SMALL_SEGMENT)) {
            assertThat(log.end()).isEqualTo(100);
            assertThat(texts(log.read(98, 10, 1_000))).containsExactly("record 98", "record 99");
            assertThat(log.append(200, payloads("next"))).isEqualTo(100);
        }
    }

    @Test
    void cutsOffWhatACrashHasHalfWritten() throws IOException {
        filled(2).close();
        Files.write(onlySegment(), new byte[] {0, 0, 0, 9, 1, 2, 3, 4, 5}, StandardOpenOption.APPEND);
        try (RecordLog log = RecordLog.open(folder)) {
            log.append(200, payloads("after the crash"));
        }
        try (RecordLog log = RecordLog.open(folder)) {
            assertThat(texts(log.read(0, 10, 1_000))).containsExactly("record 0", "record 1", "after the crash");
        }
    }

    @Test
    void forgetsWhatIsTrimmedAndItsFiles() throws IOException {
        try (RecordLog log = filled(100)) {
            long before = files();
            log.trimTo(50);
            assertThat(log.start()).isEqualTo(50);
            assertThat(texts(log.read(0, 1, 1_000))).containsExactly("record 50");
            assertThat(files()).isLessThan(before);
        }
    }

    @Test
    void findsThePlaceOfATime() {
        try (RecordLog log = filled(100)) {
            assertThat(log.firstAtOrAfter(0)).isZero();
            assertThat(log.firstAtOrAfter(1_042)).isEqualTo(42);
            assertThat(log.firstAtOrAfter(9_999)).isEqualTo(100);
        }
    }

    @Test
    void belongsToOneAtATime() {
        try (FolderLock ours = FolderLock.acquire(folder)) {
            assertThat(ours).isNotNull();
            assertThatThrownBy(() -> FolderLock.acquire(folder)).isInstanceOf(IllegalStateException.class);
        }
        FolderLock.acquire(folder).close();
    }

    private RecordLog filled(int count) {
        RecordLog log = RecordLog.open(folder, SMALL_SEGMENT * Math.max(1, count / 100));
        for (int i = 0; i < count; i++) {
            log.append(1_000 + i, payloads("record " + i));
        }
        return log;
    }

    private static List<ByteBuffer> payloads(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static List<String> texts(List<LogRecord> records) {
        return records.stream()
                .map(record -> UTF_8.decode(record.payload().duplicate()).toString())
                .toList();
    }

    private Path onlySegment() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
