package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identities of all lines of a range. What it says follows from the range alone, whoever wrote it and whatever
 * they remembered, so a page of a longer range can take the place of any that it covers.
 */
record IndexPage(ShardRange range, List<Sighting> sightings) {

    private static final int FORMAT = 0x544C4931;
    private static final int HEAD = Integer.BYTES;
    private static final int SIGHTING_HEAD = Long.BYTES + Integer.BYTES;
    /** 64 KB: as many are written again with every object until the page is full. */
    private static final int FULL = 4_096;

    IndexPage {
        sightings = List.copyOf(sightings);
    }

    /** The page of a range that begins where this one does. */
    IndexPage and(Position last, Sighting sighting) {
        List<Sighting> more = new ArrayList<>(sightings);
        more.add(sighting);
        return new IndexPage(new ShardRange(range.first(), last), more);
    }

    boolean isFull() {
        return lines() >= FULL;
    }

    int lines() {
        return sightings.stream().mapToInt(Sighting::count).sum();
    }

    Instant arrival() {
        return sightings.getLast().arrival();
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + sightings.size() * SIGHTING_HEAD + lines() * 2 * Long.BYTES);
        bytes.putInt(FORMAT);
        for (Sighting sighting : sightings) {
            bytes.putLong(sighting.arrival().toEpochMilli()).putInt(sighting.count());
            bytes.asLongBuffer().put(sighting.digests());
            bytes.position(bytes.position() + sighting.count() * 2 * Long.BYTES);
        }
        return bytes.array();
    }

    static IndexPage fromBytes(ShardRange range, byte[] content) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            if (bytes.getInt() != FORMAT) {
                throw broken(range, null);
            }
            List<Sighting> sightings = new ArrayList<>();
            do {
                sightings.add(read(bytes));
            } while (bytes.hasRemaining());
            return new IndexPage(range, sightings);
        } catch (BufferUnderflowException | NegativeArraySizeException | DateTimeException e) {
            throw broken(range, e);
        }
    }

    private static Sighting read(ByteBuffer bytes) {
        Instant arrival = Instant.ofEpochMilli(bytes.getLong());
        long[] digests = new long[Math.min(2 * bytes.getInt(), bytes.remaining() / Long.BYTES + 1)];
        bytes.asLongBuffer().get(digests);
        bytes.position(bytes.position() + digests.length * Long.BYTES);
        return new Sighting(arrival, digests);
    }

    private static IllegalStateException broken(ShardRange range, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The page " + range.name()
                        + " of the lake's index was not written by this sink: delete it, and the shard continues"
                        + " without knowing the lines of that range",
                cause);
    }
}
