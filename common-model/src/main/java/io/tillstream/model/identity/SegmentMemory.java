package io.tillstream.model.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Zeroed pieces of memory, all of one size: the first on the heap, those after them in a mapped file, which the
 * operating system may write out. The file has no name from the moment it is opened, so that it ends with the process.
 */
final class SegmentMemory implements AutoCloseable {

    private static final int MAPPED_AT_ONCE = 1 << 24;

    private final int pieceSize;
    private final int piecesOnHeap;
    private final @Nullable Path folder;
    private int pieces;
    private @Nullable FileChannel file;
    private ByteBuffer mapped = ByteBuffer.allocate(0);

    private SegmentMemory(int pieceSize, int piecesOnHeap, @Nullable Path folder) {
        this.pieceSize = pieceSize;
        this.piecesOnHeap = piecesOnHeap;
        this.folder = folder;
    }

    static SegmentMemory onHeap(int pieceSize) {
        return new SegmentMemory(pieceSize, Integer.MAX_VALUE, null);
    }

    static SegmentMemory in(Path folder, int pieceSize, int piecesOnHeap) {
        return new SegmentMemory(pieceSize, piecesOnHeap, folder);
    }

    ByteBuffer take() {
        if (folder == null || pieces < piecesOnHeap) {
            pieces++;
            return ByteBuffer.allocate(pieceSize);
        }
        if (mapped.remaining() < pieceSize) {
            mapped = mapMore(folder);
        }
        ByteBuffer piece = mapped.slice(mapped.position(), pieceSize);
        mapped.position(mapped.position() + pieceSize);
        return piece;
    }

    private ByteBuffer mapMore(Path folder) {
        try {
            FileChannel open = file == null ? open(folder) : file;
            file = open;
            long start = open.size();
            int length = Math.max(1, MAPPED_AT_ONCE / pieceSize) * pieceSize;
            // Written before it is mapped: of a full disk, a write tells; an access to a hole ends the process.
            ByteBuffer zeros = ByteBuffer.allocate(length);
            while (zeros.hasRemaining()) {
                open.write(zeros, start + zeros.position());
            }
            return open.map(FileChannel.MapMode.READ_WRITE, start, length);
        } catch (IOException e) {
            throw new UncheckedIOException("No scratch memory in " + folder, e);
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                Files.createTempFile(folder, "rows-", ".scratch"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Gives the disk space back. The pieces must not be used after. */
    @Override
    public void close() {
        try (FileChannel open = file) {
            if (open != null) {
                open.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Scratch memory could not be given back", e);
        }
    }
}
