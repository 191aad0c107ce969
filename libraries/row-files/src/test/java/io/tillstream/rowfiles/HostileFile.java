package io.tillstream.rowfiles;

import java.nio.file.Path;

/**
 * A file made to do harm, or of another kind than rows come in.
 *
 * @param isRead whether its rows are read; otherwise it is refused, and none of its rows count
 * @param says what the message of the refusal contains
 */
public record HostileFile(Path path, boolean isRead, String says) {

    static HostileFile refused(Path path, String says) {
        return new HostileFile(path, false, says);
    }

    static HostileFile read(Path path) {
        return new HostileFile(path, true, "");
    }
}
