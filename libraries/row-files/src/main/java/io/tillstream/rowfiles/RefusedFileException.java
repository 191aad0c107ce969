package io.tillstream.rowfiles;

import java.io.IOException;

/** A file that is not damaged, but cannot be read here. The message begins with a verb whose subject is the file. */
final class RefusedFileException extends IOException {

    RefusedFileException(String message) {
        super(message);
    }
}
