package io.tillstream.rowfiles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip (APPNOTE 6.3), checked against the header of each file. Most of it is written
 * twice, and damage to either shows in that they differ: the readers of the JDK take one of the two, and a workbook
 * whose texts bear another name in the directory would be read without its texts.
 */
final class ZipDirectory {

    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LARGEST = 64 << 20;

    /** Some writers put every size where large ones have room. */
    private static final int BEHIND = -1;

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final FileChannel zip;

    ZipDirectory(FileChannel zip) {
        this.zip = zip;
    }

    List<ZipPart> parts() throws IOException {
        ZipEnd end = ZipEnd.of(zip);
        if (end.length() > LARGEST) {
            throw new RefusedFileException("holds too many files");
        }
        ByteBuffer directory = bytes(zip, end.start(), (int) end.length());
        List<ZipPart> parts = new ArrayList<>();
        while (directory.hasRemaining()) {
            parts.add(part(directory, end.start()));
        }
        if (parts.size() != end.entries()) {
            throw damaged();
        }
        return parts;
    }

    static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (position < 0 || file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        return bytes.flip();
    }

    static IOException damaged() {
        return new IOException("its list of files is damaged");
    }

    private ZipPart part(ByteBuffer directory, long limit) throws IOException {
        if (directory.remaining() < ENTRY_LENGTH) {
            throw damaged();
        }
        ByteBuffer head = directory.slice(directory.position(), ENTRY_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = new byte[unsigned(head, 28)];
        byte[] extra = new byte[unsigned(head, 30)];
        int comment = unsigned(head, 32);
        directory.position(directory.position() + ENTRY_LENGTH);
        if (head.getInt(0) != ENTRY || directory.remaining() < name.length + extra.length + comment) {
            throw damaged();
        }
        directory.get(name).get(extra).position(directory.position() + comment);
        check(new String(name, StandardCharsets.UTF_8), unsigned(head, 8), unsigned(head, 10));
        return located(head, name, ZipSizes.of(head, extra), limit);
    }

    private static void check(String name, int flags, int method) throws IOException {
        if ((flags & ENCRYPTED) != 0) {
            throw new RefusedFileException("is an encrypted zip; unpack it with its password, and name what is inside");
        }
        if (method != STORED && method != DEFLATED) {
            throw new RefusedFileException("holds " + name + ", compressed by a method (number " + method
                    + ") that is not read; pack it again as a usual zip, or unpack it");
        }
    }

    private ZipPart located(ByteBuffer head, byte[] name, ZipSizes sizes, long limit) throws IOException {
        ByteBuffer local = bytes(zip, sizes.offset(), LOCAL_LENGTH);
        int nameLength = unsigned(local, 26);
        boolean fits = local.getInt(0) == LOCAL
                && nameLength == name.length
                && unsigned(local, 8) == unsigned(head, 10)
                && bytes(zip, sizes.offset() + LOCAL_LENGTH, nameLength).equals(ByteBuffer.wrap(name));
        if (fits && (unsigned(local, 6) & SIZES_FOLLOW) == 0) {
            fits = local.getInt(14) == head.getInt(16)
                    && (local.getInt(22) == BEHIND || local.getInt(22) == head.getInt(24));
        }
        long start = sizes.offset() + LOCAL_LENGTH + nameLength + unsigned(local, 28);
        if (!fits || start + sizes.packed() > limit) {
            throw damaged();
        }
        return new ZipPart(
                new String(name, StandardCharsets.UTF_8),
                unsigned(head, 10) == STORED,
                Integer.toUnsignedLong(head.getInt(16)),
                sizes.packed(),
                sizes.unpacked(),
                start);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
