package io.tillstream.rowfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An open zip. What it says of itself was checked; what is read out of it is held against its checksum. */
final class ZipArchive implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Map<String, ZipPart> parts = new LinkedHashMap<>();
    private final FileLimits limits;

    private ZipArchive(FileChannel channel, FileLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    static ZipArchive open(Path file, FileLimits limits) throws IOException {
        ZipArchive archive = new ZipArchive(FileChannel.open(file), limits);
        try {
            for (ZipPart part : new ZipDirectory(archive.channel).parts()) {
                if (archive.parts.put(part.name(), part) != null) {
                    throw new IOException("it holds two files of the name " + part.name());
                }
            }
            return archive;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    Collection<ZipPart> parts() {
        return parts.values();
    }

    Optional<ZipPart> find(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The bytes of a part; they end with the archive. */
    InputStream open(ZipPart part) throws IOException {
        return part.open(channel, limits);
    }

    /** Reads all of it once, and throws when anything is damaged, or more than the limits allow. */
    void verify() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        for (ZipPart part : parts.values()) {
            unpacked = Math.addExact(unpacked, part.size());
            limits.check(channel.size(), unpacked);
        }
        for (ZipPart part : parts.values()) {
            try (InputStream bytes = part.open(channel, limits)) {
                while (bytes.read(buffer) >= 0) {
                    // Reading is what finds the damage.
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
