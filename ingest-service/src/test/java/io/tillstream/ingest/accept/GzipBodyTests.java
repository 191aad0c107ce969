package io.tillstream.ingest.accept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.ingest.Bodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class GzipBodyTests {

    @Property(tries = 200)
    void unpacksWhatWasPackedHoweverItArrives(
            @ForAll @Size(max = 30_000) byte[] bytes, @ForAll @IntRange(min = 1, max = 9_000) int step)
            throws IOException {
        assertThat(unpack(Bodies.gzip(bytes), step)).isEqualTo(bytes);
    }

    @Test
    void unpacksSeveralMembers() throws IOException {
        byte[] members = concat(Bodies.gzip("one, "), Bodies.gzip(""), Bodies.gzip("two"));
        assertThat(unpack(members, 1)).asString().isEqualTo("one, two");
        assertThat(unpack(members, 8_192)).asString().isEqualTo("one, two");
    }

    @Test
    void skipsTheExtrasOfAHeader() throws IOException {
        byte[] plain = Bodies.gzip("text");
        byte[] header = {0x1F, (byte) 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 0, 2, 0, 9, 9, 'n', 0, 'c', 0, 1, 2};
        byte[] packed = concat(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(unpack(packed, 3)).asString().isEqualTo("text");
    }

    @Test
    void refusesAPrefixOfEveryLength() {
        byte[] packed = Bodies.gzip("a text that is long enough to be packed, to be packed, to be packed");
        for (int length = 0; length < packed.length; length++) {
            byte[] prefix = Arrays.copyOf(packed, length);
            assertThatExceptionOfType(UnreadableBody.class).isThrownBy(() -> unpack(prefix, 8_192));
        }
    }

    @Test
    void refusesOtherDataBeforeAndAfter() {
        assertThatExceptionOfType(UnreadableBody.class)
                .isThrownBy(() -> unpack("[{}]".getBytes(UTF_8), 8_192))
                .withMessageContaining("not gzip");
        assertThatExceptionOfType(UnreadableBody.class)
                .isThrownBy(() -> unpack(concat(Bodies.gzip("x"), new byte[] {0}), 8_192))
                .withMessageContaining("after the end");
        assertThatExceptionOfType(UnreadableBody.class)
                .isThrownBy(() -> unpack(new byte[0], 8_192))
                .withMessageContaining("empty");
    }

    @Property(tries = 500)
    void neverUnpacksDamagedDataToSomethingElse(@ForAll @IntRange(max = 71) int place, @ForAll byte damage)
            throws IOException {
        byte[] text = "a text that is long enough to be packed, to be packed, to be packed".getBytes(UTF_8);
        byte[] packed = Bodies.gzip(text);
        packed[place % packed.length] ^= damage;
        try {
            assertThat(unpack(packed, 8_192)).isEqualTo(text);
        } catch (UnreadableBody e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static byte[] concat(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            int end = all.length;
            all = Arrays.copyOf(all, end + part.length);
            System.arraycopy(part, 0, all, end, part.length);
        }
        return all;
    }

    private static byte[] unpack(byte[] packed, int step) throws IOException {
        try (GzipBody body = new GzipBody(new Network(packed, step))) {
            return body.readAllBytes();
        }
    }

    /** Hands over little at a time, and never knows what is to come. */
    private static final class Network extends ByteArrayInputStream {

        private final int step;

        Network(byte[] bytes, int step) {
            super(bytes);
            this.step = step;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, step));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
