package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.CSV;
import static io.tillstream.rowfiles.Samples.utf8;
import static io.tillstream.rowfiles.Samples.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTests {

    private static final int LOCAL_SIZES = 18;
    private static final int OFFSET_OF_LOCAL = 42;

    @TempDir
    private Path folder;

    @Test
    void readsDeflatedAndStoredFiles() throws IOException {
        assertThat(content(Samples.zip(Map.of("rows.csv", utf8(CSV))))).isEqualTo(CSV);
        assertThat(content(HostileArchives.storedZip("rows.csv", utf8(CSV)))).isEqualTo(CSV);
        assertThat(content(Samples.zip(Map.of("rows.csv", new byte[0])))).isEmpty();
    }

    @Test
    void readsFilesWhoseSizesStandBehindTheirHeader() throws IOException {
        byte[] zip = HostileArchives.storedZip("rows.csv", utf8(CSV));
        Arrays.fill(zip, LOCAL_SIZES, LOCAL_SIZES + 2 * Integer.BYTES, (byte) 0xFF);
        assertThat(content(zip)).isEqualTo(CSV);
    }

    @Test
    void readsMoreFilesThanTheUsualEndCanCount() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 66_000; i++) {
            many.put("" + i, new byte[0]);
        }
        try (ZipArchive zip =
                ZipArchive.open(write(folder.resolve("a.zip"), Samples.zip(many)), FileLimits.defaults())) {
            assertThat(zip.parts()).hasSize(66_000);
        }
    }

    @Test
    void refusesAListThatSaysOtherwiseThanTheFile() {
        byte[] renamed = Samples.zip(Map.of("rows.csv", utf8(CSV)));
        renamed[lastIndexOf(renamed, "rows.csv")] = 'b';
        assertThatThrownBy(() -> content(renamed)).hasMessageContaining("list of files is damaged");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("rows.csv", utf8(CSV));
        two.put("bows.csv", utf8(CSV));
        byte[] zip = Samples.zip(two);
        zip[lastIndexOf(zip, "bows.csv")] = 'r';
        zip[HostileArchives.indexOf(zip, 'b', 'o', 'w', 's')] = 'r';
        assertThatThrownBy(() -> content(zip)).hasMessageContaining("two files of the name");
    }

    @Test
    void refusesFilesThatLieOutside() {
        byte[] zip = Samples.zip(Map.of("rows.csv", utf8(CSV)));
        int entry = HostileArchives.indexOf(zip, 'P', 'K', 1, 2);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + OFFSET_OF_LOCAL, 1 << 30);
        assertThatThrownBy(() -> content(zip)).isInstanceOf(IOException.class);
    }

    private String content(byte[] bytes) throws IOException {
        try (ZipArchive zip = ZipArchive.open(write(folder.resolve("a.zip"), bytes), FileLimits.defaults())) {
            zip.verify();
            return new String(zip.open(zip.find("rows.csv").orElseThrow()).readAllBytes(), UTF_8);
        }
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).lastIndexOf(text);
    }
}
