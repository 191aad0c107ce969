package io.tillstream.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room that is left for the state: enough of it is there before anything is started, and a cloud that runs out of it
 * says so while it runs.
 *
 * @param toStart bytes without which nothing starts: a new database and its log take about a third of it
 * @param toRun bytes below which the cloud is not healthy, though it may yet take a while until a write fails
 */
record DiskRoom(long toStart, long toRun) {

    private static final long MEGABYTE = 1024 * 1024;

    static final DiskRoom USUAL = new DiskRoom(256 * MEGABYTE, 64 * MEGABYTE);

    /** @throws DataFolderException when there is less than a start takes */
    void requireToStart(Path folder) throws IOException {
        long free = freeAt(folder);
        if (free < toStart) {
            throw DataFolderException.full(folder, free, toStart);
        }
    }

    boolean isShort(Path folder) {
        try {
            return freeAt(folder) < toRun;
        } catch (IOException unknown) {
            // A disk that cannot even be asked takes no rows either.
            return true;
        }
    }

    private static long freeAt(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        // More than a long can say, on some networks' file systems.
        return free < 0 ? Long.MAX_VALUE : free;
    }
}
