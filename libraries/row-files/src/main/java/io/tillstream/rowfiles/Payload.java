package io.tillstream.rowfiles;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that hold the rows, out of the gzip or zip they may be packed in; whoever reads them to the end learns of
 * damage.
 */
final class Payload implements Closeable {

    /** How a file is packed. */
    enum Packing {
        NONE,
        GZIP,
        ZIP
    }

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Packing packing;
    private final @Nullable String entry;
    private final FileLimits limits;
    private @Nullable Spool spool;

    Payload(Path file, Packing packing, @Nullable String entry, FileLimits limits) {
        this.file = file;
        this.packing = packing;
        this.entry = entry;
        this.limits = limits;
    }

    Packing packing() {
        return packing;
    }

    FileLimits limits() {
        return limits;
    }

    /** The name that tells what is inside: that of the entry, or of the file. */
    String name() {
        return entry == null ? file.getFileName().toString() : entry;
    }

    /** The bytes from their beginning. */
    InputStream open() throws IOException {
        return switch (packing) {
            case NONE -> new BufferedInputStream(Files.newInputStream(file), BUFFER);
            case GZIP -> new GzipMembers(Files.newInputStream(file), limits);
            case ZIP -> entryStream();
        };
    }

    /** The bytes as a file, for readers that need random access; a packed file is unpacked into the scratch folder. */
    Path asFile() throws IOException {
        if (packing == Packing.NONE) {
            return file;
        }
        if (spool == null) {
            try (InputStream bytes = open()) {
                spool = Spool.of(bytes, limits.scratch());
            }
        }
        return spool.file();
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }

    private InputStream entryStream() throws IOException {
        ZipArchive zip = ZipArchive.open(file, limits);
        try {
            ZipPart part = zip.find(name()).orElseThrow(() -> new IOException("it changed while it was read"));
            return new FilterInputStream(zip.open(part)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }
}
