package io.tillstream.localcloud;

import java.nio.file.Path;

/** The data folder holds tables in the format of another DynamoDB. They are left as they are. */
public final class FormerTablesException extends IllegalStateException {

    private final transient Path folder;

    FormerTablesException(Path folder, Path file) {
        super(
                "The tables in %s are in a database of SQLite, as DynamoDB Local writes it, which this cloud cannot read: "
                                .formatted(file)
                        + "move %s away and start again, with no tables".formatted(folder));
        this.folder = folder;
    }

    /** The files to move away. */
    public Path folder() {
        return folder;
    }
}
