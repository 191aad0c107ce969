package io.tillstream.localcloud.storage;

import java.nio.ByteBuffer;

/** A record in a log: its position, when it came (milliseconds since the epoch), and what it holds. */
public record LogRecord(long position, long timeMillis, ByteBuffer payload) {}
