package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of a file in a zip, checked against their length and checksum at their end. */
final class ZipPartStream extends InputStream {

    private final ZipPart part;
    private final Inflating packed;
    private final InputStream stored;
    private final CRC32 sum = new CRC32();
    private long count;

    ZipPartStream(ZipPart part, InputStream bytes) {
        this.part = part;
        this.stored = bytes;
        this.packed = new Inflating(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = part.isStored() ? stored.read(bytes, offset, length) : packed.inflate(bytes, offset, length);
        if (read > 0) {
            count += read;
            sum.update(bytes, offset, read);
        }
        if (count > part.size() || (read < 0 && !isAsSaid())) {
            throw new IOException("its file " + part.name() + " does not match its checksum");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private boolean isAsSaid() throws IOException {
        return count == part.size() && sum.getValue() == part.sum() && (part.isStored() || packed.next() < 0);
    }
}
