package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.gzip;
import static io.tillstream.rowfiles.Samples.many;
import static io.tillstream.rowfiles.Samples.manyAsWorkbook;
import static io.tillstream.rowfiles.Samples.utf8;
import static io.tillstream.rowfiles.Samples.write;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bit of a packed file is wrong, either all of its rows are read as they were, or none counts. */
class DamagedFilesTests {

    private static final int ROWS = 120;
    private static final int FLIPS = 200;

    private static final int TRAILER = 8;

    @TempDir
    private Path folder;

    @Test
    void findsDamageInAZip() throws IOException {
        attack(Samples.zip(Map.of("rows.csv", utf8(many(ROWS)))));
    }

    @Test
    void findsDamageInAStoredZip() throws IOException {
        attack(HostileArchives.storedZip("rows.csv", utf8(many(ROWS))));
    }

    @Test
    void findsDamageInAGzip() throws IOException {
        attack(gzip(utf8(many(ROWS))));
    }

    @Test
    void findsDamageInAGzipOfTwoMembers() throws IOException {
        String text = many(ROWS);
        int half = text.indexOf('\n', text.length() / 2) + 1;
        attack(HostileArchives.joined(gzip(utf8(text.substring(0, half))), gzip(utf8(text.substring(half)))));
    }

    @Test
    void findsDamageInAWorkbook() throws IOException {
        attack(manyAsWorkbook(ROWS));
        attack(gzip(manyAsWorkbook(ROWS)));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "GZIP", "SNAPPY", "ZSTD"})
    void findsDamageInParquet(CompressionCodecName codec) throws IOException {
        for (WriterVersion version : WriterVersion.values()) {
            Path file = ParquetSamples.write(
                    folder.resolve("rows.parquet"),
                    ParquetSamples.PLAIN,
                    ParquetSamples.many(ROWS),
                    options -> options.withCompressionCodec(codec).withWriterVersion(version));
            byte[] whole = Files.readAllBytes(file);
            int footer = footerOf(whole);
            assertThat(attack(whole, 0, footer)).as("pages of %s", version).isEmpty();
            // The footer has no checksum. What a flip leaves in good form, and is not said twice, cannot be told.
            assertThat(attack(whole, footer, whole.length))
                    .as("footer of %s", version)
                    .hasSizeLessThan(FLIPS / 50);
        }
    }

    /** The unit of a local time stands in the footer once. All else that a flip can change of a column shows. */
    @ParameterizedTest
    @EnumSource
    void findsThatASchemaSaysSomethingElseOfAColumnThanItsUnitOfTime(WriterVersion version) throws IOException {
        Path file = ParquetSamples.write(
                folder.resolve("rows.parquet"),
                ParquetSamples.PLAIN,
                ParquetSamples.many(ROWS),
                options -> options.withWriterVersion(version));
        byte[] whole = Files.readAllBytes(file);
        int footer = footerOf(whole);
        int schema = new String(whole, footer, whole.length - footer, ISO_8859_1).indexOf("Country") + 20;
        List<String> rows = Samples.texts(file);
        List<String> undetected = new ArrayList<>();
        for (int at = footer; at < footer + schema; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                if (outcome(flipped(whole, at, bit), rows).equals("other rows")) {
                    undetected.add("bit " + bit + " of byte " + (at - footer));
                }
            }
        }
        assertThat(undetected).hasSize(1);
    }

    @Test
    void findsThatAFileIsCutOff() throws IOException {
        for (byte[] whole : List.of(
                gzip(utf8(many(ROWS))), Samples.zip(Map.of("rows.csv", utf8(many(ROWS)))), manyAsWorkbook(ROWS))) {
            List<String> rows = Samples.texts(write(folder.resolve("whole"), whole));
            for (int length = 1; length < whole.length; length += 1 + whole.length / FLIPS) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(outcome(cut, rows)).as("cut to %s bytes", length).isEqualTo("refused");
            }
        }
    }

    private void attack(byte[] whole) throws IOException {
        assertThat(attack(whole, 0, whole.length)).isEmpty();
    }

    /** Flips one bit after the other, and says which of them gave other rows. */
    private List<String> attack(byte[] whole, int from, int to) throws IOException {
        List<String> rows = Samples.texts(write(folder.resolve("whole"), whole));
        assertThat(rows).hasSize(ROWS);
        List<String> undetected = new ArrayList<>();
        Random random = new Random(whole.length);
        for (int at = from; at < to; at += Math.max(1, (to - from) / FLIPS)) {
            int bit = random.nextInt(Byte.SIZE);
            if (outcome(flipped(whole, at, bit), rows).equals("other rows")) {
                undetected.add("bit " + bit + " of byte " + at);
            }
        }
        return undetected;
    }

    private static byte[] flipped(byte[] whole, int at, int bit) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << bit);
        return damaged;
    }

    private static int footerOf(byte[] parquet) {
        return parquet.length
                - TRAILER
                - ByteBuffer.wrap(parquet).order(LITTLE_ENDIAN).getInt(parquet.length - TRAILER);
    }

    private String outcome(byte[] bytes, List<String> rows) throws IOException {
        try {
            return Samples.texts(write(folder.resolve("damaged"), bytes)).equals(rows) ? "same rows" : "other rows";
        } catch (UnreadableFileException refused) {
            return "refused";
        }
    }
}
