package io.tillstream.ingest.accept;

import java.io.IOException;

/** A body is not in the encoding it claims, or is empty. The message is fit for the sender. */
public final class UnreadableBody extends IOException {

    UnreadableBody(String message) {
        super(message);
    }
}
