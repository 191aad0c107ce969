package io.tillstream.ingest.spill;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a journal, which one process at a time can open. */
final class SpillFolder implements AutoCloseable {

    private static final String SEGMENT = ".spill";

    private final Path path;
    private final Opener files;
    private final FileChannel lock;

    /** Opens files for writing. */
    interface Opener {

        Opener OF_THE_PLATFORM = FileChannel::open;

        FileChannel open(Path file, OpenOption... options) throws IOException;
    }

    private SpillFolder(Path path, Opener files, FileChannel lock) {
        this.path = path;
        this.files = files;
        this.lock = lock;
    }

    static SpillFolder open(Path folder, Opener files) throws IOException {
        Path path = folder.toAbsolutePath();
        Files.createDirectories(path);
        FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new IllegalStateException("The surge buffer's folder is in use by another process: " + path);
        }
        SpillFolder opened = new SpillFolder(path, files, lock);
        opened.sync();
        return opened;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path cursor() {
        return path.resolve("cursor");
    }

    /** The name of a segment. */
    static String nameOf(long number) {
        return "%020d".formatted(number) + SEGMENT;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The numbers of the segments, oldest first. */
    List<Long> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SEGMENT))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SEGMENT.length())))
                    .sorted()
                    .toList();
        }
    }

    /** Keeps a part of a segment that cannot be read, and says where. */
    Path setAside(long segment, long offset, byte[] unreadable) throws IOException {
        Path kept = path.resolve("%020d-%d.corrupt".formatted(segment, offset));
        try (FileOutputStream out = new FileOutputStream(kept.toFile())) {
            out.write(unreadable);
            out.getFD().sync();
        }
        return kept;
    }

    /** A new file, whose entry in the folder is durable. */
    FileChannel create(Path file) throws IOException {
        FileChannel channel = files.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            sync();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes a file as a segment is written, and deletes it. */
    void probe() throws IOException {
        Path file = path.resolve("probe");
        Files.deleteIfExists(file);
        try (FileChannel channel = create(file)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}));
            channel.force(false);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    long usableBytes() {
        return path.toFile().getUsableSpace();
    }

    /** Makes created and deleted files durable. */
    void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
