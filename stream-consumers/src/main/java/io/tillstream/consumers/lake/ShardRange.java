package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of a shard, both ends included. */
record ShardRange(Position first, Position last) {

    private static final Pattern NAME = Pattern.compile("(\\d+)\\.(\\d{1,18})-(\\d+)\\.(\\d{1,18})");

    /** The last place, then the first, so that a listing is in stream order. */
    String name() {
        return textOf(last) + "-" + textOf(first);
    }

    /** Reads a name; empty for what is none. */
    static Optional<ShardRange> named(String name) {
        Matcher match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(new ShardRange(
                        Position.of(match.group(3), Long.parseLong(match.group(4))),
                        Position.of(match.group(1), Long.parseLong(match.group(2)))))
                : Optional.empty();
    }

    boolean covers(ShardRange other) {
        return !first.isAfter(other.first) && !other.last.isAfter(last);
    }

    private static String textOf(Position position) {
        return position.sequence() + "." + position.subSequence();
    }
}
