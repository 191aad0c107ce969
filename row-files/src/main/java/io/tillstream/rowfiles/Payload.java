package io.tillstream.rowfiles;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The bytes that hold the rows, out of the gzip or zip they may be packed in. */
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
    private @Nullable Path spooled;

    Payload(Path file, Packing packing, @Nullable String entry) {
        this.file = file;
        this.packing = packing;
        this.entry = entry;
    }

    Packing packing() {
        return packing;
    }

    /** The name that tells what is inside: that of the entry, or of the file. */
    String name() {
        return entry == null ? file.getFileName().toString() : entry;
    }

    /** The bytes from their beginning. */
    InputStream open() throws IOException {
        return switch (packing) {
            case NONE -> new BufferedInputStream(Files.newInputStream(file), BUFFER);
            case GZIP -> unzipped(Files.newInputStream(file));
            case ZIP -> entryStream();
        };
    }

    /** The bytes as a file, for who must jump about in them; a packed one is unpacked beside the system's others. */
    Path asFile() throws IOException {
        if (packing == Packing.NONE) {
            return file;
        }
        if (spooled == null) {
            Path copy = Files.createTempFile("tillstream-", ".unpacked");
            spooled = copy;
            try (InputStream bytes = open()) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return spooled;
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }

    private static InputStream unzipped(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private InputStream entryStream() throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        ZipEntry found = zip.getEntry(name());
        if (found == null) {
            zip.close();
            throw new IOException("it changed while it was read");
        }
        return new FilterInputStream(zip.getInputStream(found)) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
