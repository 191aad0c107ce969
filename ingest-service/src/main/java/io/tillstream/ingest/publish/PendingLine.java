package io.tillstream.ingest.publish;

/** A line on its way into the stream, where its key hashes to, and who waits for it. */
record PendingLine(EncodedLine line, HashKey hash, PublishRequest request) {

    int size() {
        return line.bytes().length;
    }

    /** Whether its caller has given up, so that it need not be sent. */
    boolean isAbandoned() {
        return request.isOver();
    }
}
