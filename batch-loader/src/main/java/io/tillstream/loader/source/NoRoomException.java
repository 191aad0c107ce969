package io.tillstream.loader.source;

import java.io.IOException;

/** A file is larger than the room there is for its copy. The message leaves its name out. */
public final class NoRoomException extends IOException {

    NoRoomException(String message) {
        super(message);
    }
}
