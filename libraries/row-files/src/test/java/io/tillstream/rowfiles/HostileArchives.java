package io.tillstream.rowfiles;

import static io.tillstream.rowfiles.Samples.gzip;
import static io.tillstream.rowfiles.Samples.many;
import static io.tillstream.rowfiles.Samples.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that are damaged, or made to fill a disk. */
final class HostileArchives {

    private static final int MEGABYTE = 1 << 20;

    private HostileArchives() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] storedZip(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return Samples.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        });
    }

    /** A zip whose file says it is encrypted. */
    static byte[] encryptedZip() {
        byte[] zip = storedZip("rows.csv", utf8(many(10)));
        zip[6] |= 1;
        int entry = indexOf(zip, 'P', 'K', 1, 2);
        zip[entry + 8] |= 1;
        return zip;
    }

    /** A gzip of so many megabytes of this character after a header of rows. */
    static byte[] gzipBomb(char filling, int megabytes) {
        return Samples.written(out -> {
            try (OutputStream gzip = new GZIPOutputStream(out, MEGABYTE)) {
                fill(gzip, filling, megabytes);
            }
        });
    }

    static byte[] zipBomb(char filling, int megabytes) {
        return Samples.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                zip.putNextEntry(new ZipEntry("rows.csv"));
                fill(zip, filling, megabytes);
            }
        });
    }

    /** Two members, the second of which says another checksum than it has. */
    static byte[] damagedSecondMember() {
        byte[] second = gzip(utf8(many(10).substring(Samples.HEADER.length())));
        second[second.length - 6] ^= 1;
        return joined(gzip(utf8(many(10))), second);
    }

    static byte[] cutSecondMember() {
        byte[] second = gzip(utf8(many(10).substring(Samples.HEADER.length())));
        return joined(gzip(utf8(many(10))), Arrays.copyOf(second, second.length / 2));
    }

    static int indexOf(byte[] bytes, int... wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            boolean isHere = true;
            for (int i = 0; isHere && i < wanted.length; i++) {
                isHere = bytes[at + i] == (byte) wanted[i];
            }
            if (isHere) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static void fill(OutputStream out, char filling, int megabytes) throws IOException {
        byte[] chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, (byte) filling);
        out.write(utf8(Samples.HEADER));
        for (int i = 0; i < megabytes; i++) {
            out.write(chunk);
        }
    }
}
