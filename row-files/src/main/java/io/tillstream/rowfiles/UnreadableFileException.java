package io.tillstream.rowfiles;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that does not hold rows. The message is for the one who named the file: which, where, why, what to do. */
public final class UnreadableFileException extends IOException {

    private UnreadableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static UnreadableFileException of(Path file, String what) {
        return new UnreadableFileException(file + " " + what, null);
    }

    static UnreadableFileException at(Path file, String place, String what) {
        return new UnreadableFileException(file + ", " + place + ": " + what, null);
    }

    static UnreadableFileException of(Path file, String what, Throwable cause) {
        return new UnreadableFileException(file + " " + what, cause);
    }
}
