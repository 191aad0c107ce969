package io.tillstream.rowfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was unpacked for the time of its reading. It leaves room on the disk for everything else. */
record Spool(Path file) implements Closeable {

    private static final int CHUNK = 8 << 20;
    private static final long LEFT_FREE = 256L << 20;

    static Spool of(InputStream bytes, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        Spool spool = new Spool(Files.createTempFile(scratch, "tillstream-", ".unpacked"));
        try (OutputStream out = Files.newOutputStream(spool.file)) {
            FileStore disk = Files.getFileStore(scratch);
            for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                if (disk.getUsableSpace() < LEFT_FREE + chunk.length) {
                    throw new RefusedFileException("needs more room to be unpacked than there is in " + scratch
                            + "; make room, set another scratch folder, or unpack it elsewhere");
                }
                out.write(chunk);
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
