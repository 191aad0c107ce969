package io.tillstream.rowfiles;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that does not hold rows. The message is for the one who named the file: which, where, why, what to do. It quotes
 * the file in characters that a terminal prints.
 */
public final class UnreadableFileException extends IOException {

    private final String file;
    private final String fault;

    private UnreadableFileException(Path file, String between, String fault, @Nullable Throwable cause) {
        super(Printable.text(file + between + fault), cause);
        this.file = file.toString();
        this.fault = Printable.text(fault);
    }

    static UnreadableFileException of(Path file, String what) {
        return new UnreadableFileException(file, " ", what, null);
    }

    static UnreadableFileException at(Path file, String place, String what) {
        return new UnreadableFileException(file, ", ", place + ": " + what, null);
    }

    static UnreadableFileException of(Path file, String what, Throwable cause) {
        return new UnreadableFileException(file, " ", what, cause);
    }

    /** The message without the file's name, for who knows the file by another. */
    public String fault() {
        return fault;
    }

    /** Whether it is about that file, by the path under which it was opened. */
    public boolean isAbout(Path path) {
        return file.equals(path.toString());
    }
}
