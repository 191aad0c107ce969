package io.tillstream.ingest.accept;

import java.io.IOException;

/** A body does not keep its encoding, or there is none. The message is fit for the sender. */
public final class UnreadableBody extends IOException {

    UnreadableBody(String message) {
        super(message);
    }
}
