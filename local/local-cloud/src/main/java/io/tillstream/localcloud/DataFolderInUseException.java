package io.tillstream.localcloud;

import java.nio.file.Path;

/** Another cloud is running on the data folder. */
public final class DataFolderInUseException extends IllegalStateException {

    DataFolderInUseException(Path folder, String holder) {
        super("The data folder " + folder + " is in use by process " + holder);
    }
}
