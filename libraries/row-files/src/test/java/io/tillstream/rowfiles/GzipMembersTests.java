package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.HostileArchives.joined;
import static io.tillstream.rowfiles.Samples.gzip;
import static io.tillstream.rowfiles.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class GzipMembersTests {

    private static final int BYTES_OF_HEADER = 10;

    @Test
    void readsAllMembers() throws IOException {
        assertThat(unpacked(joined(gzip(utf8("one ")), gzip(utf8("")), gzip(utf8("two")))))
                .isEqualTo("one two");
    }

    @Test
    void passesOverZerosAtTheEnd() throws IOException {
        assertThat(unpacked(joined(gzip(utf8("rows")), new byte[512]))).isEqualTo("rows");
    }

    @Test
    void readsAllThatAHeaderMayHold() throws IOException {
        byte[] plain = gzip(utf8("rows"));
        byte[] header = {0x1F, (byte) 0x8B, 8, 0b1_1110, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'a', 0, 'b', 0};
        CRC32 sum = new CRC32();
        sum.update(header);
        byte[] headerSum = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        byte[] rest = Arrays.copyOfRange(plain, BYTES_OF_HEADER, plain.length);
        assertThat(unpacked(joined(header, headerSum, rest))).isEqualTo("rows");
        headerSum[0] ^= 1;
        assertThatThrownBy(() -> unpacked(joined(header, headerSum, rest))).hasMessageContaining("header");
    }

    @Test
    void refusesWhatIsNotGzipAtTheEnd() {
        for (byte[] end : new byte[][] {utf8("x"), {0, 0, 'x'}, {0x1F, (byte) 0x8B, 8}, {0x1F}}) {
            assertThatThrownBy(() -> unpacked(joined(gzip(utf8("rows")), end))).isInstanceOf(IOException.class);
        }
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (GzipMembers members = new GzipMembers(new ByteArrayInputStream(packed), FileLimits.defaults())) {
            return new String(members.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
