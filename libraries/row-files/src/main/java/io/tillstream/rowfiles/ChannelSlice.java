package io.tillstream.rowfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A stretch of a file; several may be read side by side. It does not close the file. */
final class ChannelSlice extends InputStream {

    private final FileChannel channel;
    private final long end;
    private long at;

    ChannelSlice(FileChannel channel, long from, long length) {
        this.channel = channel;
        this.at = from;
        this.end = Math.addExact(from, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int wanted = (int) Math.min(length, end - at);
        if (wanted <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
        at += Math.max(count, 0);
        return count;
    }
}
