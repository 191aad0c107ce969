package io.tillstream.localcloud;

import java.nio.file.Path;

/** The data folder cannot hold the state. The message says why, in one line. */
public final class DataFolderException extends IllegalStateException {

    private static final long MEGABYTE = 1024 * 1024;

    private DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }

    private DataFolderException(String message) {
        super(message);
    }

    static DataFolderException full(Path folder, long free, long needed) {
        return new DataFolderException(
                "The disk of the data folder %s is full: %d MB are free, and at least %d MB are needed"
                        .formatted(folder, free / MEGABYTE, needed / MEGABYTE));
    }

    static DataFolderException notWritable(Path folder, Throwable cause) {
        return new DataFolderException("The data folder " + folder + " cannot be written to: " + cause, cause);
    }
}
