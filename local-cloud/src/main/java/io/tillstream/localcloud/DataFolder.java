package io.tillstream.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with all state, held by one cloud at a time. */
final class DataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final FileChannel lock;
    private final boolean temporary;

    private DataFolder(Path path, FileChannel lock, boolean temporary) {
        this.path = path;
        this.lock = lock;
        this.temporary = temporary;
    }

    static DataFolder open(Path path) {
        return open(path.toAbsolutePath().normalize(), false);
    }

    /** A folder that is deleted when it is closed. */
    static DataFolder temporary() {
        try {
            return open(Files.createTempDirectory("local-cloud-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataFolder open(Path path, boolean temporary) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Path holder = path.resolve("holder");
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataFolderInUseException(path, Files.exists(holder) ? Files.readString(holder) : "unknown");
            }
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held within this very process.
            return null;
        }
    }

    Path folder(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                delete();
            }
        } catch (IOException e) {
            log.warn("{} could not be given up", path, e);
        }
    }

    private void delete() throws IOException {
        try (var paths = Files.walk(path)) {
            for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
