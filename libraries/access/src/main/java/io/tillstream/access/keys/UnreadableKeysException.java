package io.tillstream.access.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of keys cannot be used; the message says which and why. */
public final class UnreadableKeysException extends RuntimeException {

    UnreadableKeysException(Path file, String reason, @Nullable Throwable cause) {
        super("The keys in " + file + " cannot be used: " + reason, cause);
    }
}
