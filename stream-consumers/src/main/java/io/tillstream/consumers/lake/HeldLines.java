package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One shard's lines that wait for their object, in stream order, and the rules of when an object is cut and where.
 * Where it is cut matters to nobody: who comes to an object that is there reads its end from its metadata.
 */
final class HeldLines {

    /** What a line takes in memory beside its JSON: itself, its place, its digest, and the heads of the objects. */
    private static final int OVERHEAD = 160;

    private final LakeProperties rules;
    private final List<Identified> lines = new ArrayList<>();
    private long bytes;
    private Instant latestArrival = Instant.MIN;
    private volatile long footprint;

    HeldLines(LakeProperties rules) {
        this.rules = rules;
    }

    void add(Identified line) {
        lines.add(line);
        count(line);
        footprint = bytes + (long) lines.size() * OVERHEAD;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Bytes of memory; the only thing that other threads may ask. */
    long footprint() {
        return footprint;
    }

    /**
     * Whether an object is due: it is large enough, old enough for its size, or of an hour that is over.
     *
     * <p>Its age is how long lines have waited here, not how long ago they arrived. A shard that is read with a delay
     * would otherwise find each line too old to wait for a second one, and get through its backlog in small objects.
     */
    boolean isDue(Instant now) {
        if (lines.isEmpty()) {
            return false;
        }
        Duration patience = bytes >= rules.minSize().toBytes() ? rules.maxAge() : rules.maxAgeSmall();
        return bytes >= rules.maxSize().toBytes()
                || !latestArrival.isBefore(endOfFirstHour())
                || !now.isBefore(lines.getFirst().taken().plus(patience));
    }

    /** Whole records of one hour, up to the size that makes an object. */
    List<Identified> nextObject() {
        Instant end = endOfFirstHour();
        long size = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean enough =
                    size >= rules.maxSize().toBytes() || !lines.get(i).arrival().isBefore(end);
            if (enough && i > 0 && beginsRecord(i)) {
                return List.copyOf(lines.subList(0, i));
            }
            size += lines.get(i).size();
        }
        return List.copyOf(lines);
    }

    /** Removes the lines up to a position, and returns them. */
    List<Identified> removeThrough(Position last) {
        List<Identified> passed =
                lines.stream().takeWhile(line -> !line.position().isAfter(last)).toList();
        lines.subList(0, passed.size()).clear();
        bytes = 0;
        latestArrival = Instant.MIN;
        lines.forEach(this::count);
        footprint = bytes + (long) lines.size() * OVERHEAD;
        return passed;
    }

    private void count(Identified line) {
        bytes += line.size();
        latestArrival = line.arrival().isAfter(latestArrival) ? line.arrival() : latestArrival;
    }

    private Instant endOfFirstHour() {
        return lines.getFirst().arrival().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private boolean beginsRecord(int index) {
        return !sequenceOf(index).equals(sequenceOf(index - 1));
    }

    private BigInteger sequenceOf(int index) {
        return lines.get(index).position().sequence();
    }
}
