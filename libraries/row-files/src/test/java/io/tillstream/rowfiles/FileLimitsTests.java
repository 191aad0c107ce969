package io.tillstream.rowfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLimitsTests {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void takesAHundredTimesTheSizeOfOnlineRetail() {
        FileLimits limits = FileLimits.defaults();
        assertThatCode(() -> limits.check(45 * 100 * MEGABYTE, 300 * 100 * MEGABYTE))
                .doesNotThrowAnyException();
    }

    @Test
    void boundsWhatIsUnpacked() {
        FileLimits limits = FileLimits.defaults();
        assertThatThrownBy(() -> limits.check(1_000 * MEGABYTE, 100_000 * MEGABYTE))
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> limits.check(MEGABYTE, 300 * MEGABYTE)).hasMessageContaining("times its size");
        assertThatCode(() -> limits.check(1, 60 * MEGABYTE)).doesNotThrowAnyException();
    }

    @Test
    void keepsToTheScratchFolder() throws IOException {
        byte[] book = Samples.manyAsWorkbook(10);
        Path file = Samples.write(folder.resolve("a.xlsx.gz"), Samples.gzip(book));
        Path scratch = folder.resolve("scratch");
        try (RowFile opened = RowFile.open(file, null, ColumnNames.AS_WRITTEN, FileLimits.defaults(scratch))) {
            assertThat(filesIn(scratch)).isEqualTo(1);
            assertThat(opened.description()).contains("XLSX");
        }
        assertThat(filesIn(scratch)).isZero();
    }

    @Test
    void leavesNothingOfAFileThatIsTooLarge() {
        byte[] book = Samples.manyAsWorkbook(10);
        Path file = Samples.write(folder.resolve("a.xlsx.gz"), Samples.gzip(book));
        Path scratch = folder.resolve("scratch");
        FileLimits limits = new FileLimits(book.length - 1, 200, 1_000, 1_000, 1_000, 1_000, scratch);
        assertThatThrownBy(() -> RowFile.open(file, null, ColumnNames.AS_WRITTEN, limits))
                .hasMessageContaining("unpacks to more than");
        assertThat(filesIn(scratch)).isZero();
    }

    private static long filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
