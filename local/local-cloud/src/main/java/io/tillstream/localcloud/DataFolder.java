package io.tillstream.localcloud;

import io.tillstream.localcloud.storage.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The folder with all state, used by one cloud at a time, and closed to other users of the machine. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String HOLDER = "holder";
    private static final int PROBE_BYTES = 64 * 1024;

    private final Path path;
    private final FileChannel lock;
    private final boolean temporary;

    private DataFolder(Path path, FileChannel lock, boolean temporary) {
        this.path = path;
        this.lock = lock;
        this.temporary = temporary;
    }

    /**
     * @throws DataFolderInUseException when another cloud is running on it
     * @throws DataFolderException when it cannot be written to, or its disk is full
     */
    static DataFolder open(Path path, DiskRoom room) {
        return open(path.toAbsolutePath().normalize(), room, false);
    }

    /** A folder that is deleted when it is closed. */
    static DataFolder temporary(DiskRoom room) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return open(Files.createTempDirectory("local-cloud-"), room, true);
        } catch (IOException e) {
            throw DataFolderException.notWritable(parent, e);
        }
    }

    /** @throws DataFolderException when a folder, which is made if need be, cannot hold the state of a cloud */
    static void requireUsable(Path path, DiskRoom room) {
        try {
            Files.createDirectories(path);
            room.requireToStart(path);
            Files.delete(Files.write(Files.createTempFile(path, "probe-", ""), new byte[PROBE_BYTES]));
        } catch (IOException e) {
            throw DataFolderException.notWritable(path, e);
        }
    }

    /** Which process runs a cloud on the folder, if one does. */
    static @Nullable String holderOf(Path path) {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null ? holder(path) : null;
        } catch (IOException gone) {
            return null;
        }
    }

    private static DataFolder open(Path path, DiskRoom room, boolean temporary) {
        try {
            PrivateFolder.made(path);
            room.requireToStart(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataFolderInUseException(path, holder(path));
            }
            Files.writeString(
                    path.resolve(HOLDER), Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel, temporary);
        } catch (IOException e) {
            throw DataFolderException.notWritable(path, e);
        }
    }

    private static String holder(Path path) throws IOException {
        Path file = path.resolve(HOLDER);
        return Files.exists(file) ? Files.readString(file) : "unknown";
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held within this very process.
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** A folder of one part of the cloud. */
    Path folder(String name) {
        try {
            return PrivateFolder.made(path.resolve(name));
        } catch (IOException e) {
            throw DataFolderException.notWritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                FileTree.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(DataFolder.class).warn("The data folder {} could not be released", path, e);
        }
    }
}
