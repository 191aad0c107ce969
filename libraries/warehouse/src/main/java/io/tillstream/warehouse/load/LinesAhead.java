package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies lines before the objects that they go into lie anywhere; until then an object goes by a number. While the lines
 * of one are given, nothing else may happen in the transaction: it would be taken back with them.
 */
final class LinesAhead {

    private final Connection transaction;
    private final StraightCopy straight;
    private final Instant at;
    private final Map<Integer, Copied> objects = new HashMap<>();
    private @Nullable Savepoint beforeLatest;

    LinesAhead(Connection transaction, StraightCopy straight, Instant at) {
        this.transaction = transaction;
        this.straight = straight;
        this.at = at;
    }

    /** Once a line is not new, nothing of its object is in the table, and what follows of it is left out. */
    void add(int object, List<FeedLine> lines) throws SQLException {
        if (!objects.containsKey(object)) {
            begin();
        }
        Copied before = objects.getOrDefault(object, new Copied.All(0));
        if (before instanceof Copied.All all) {
            objects.put(object, copy(all, lines));
        }
    }

    private void begin() throws SQLException {
        if (beforeLatest != null) {
            transaction.releaseSavepoint(beforeLatest);
        }
        beforeLatest = transaction.setSavepoint();
    }

    private Copied copy(Copied.All before, List<FeedLine> lines) throws SQLException {
        if (straight.copy(transaction, lines, at)) {
            return new Copied.All(before.lines() + lines.size());
        }
        transaction.rollback(beforeLatest);
        return new Copied.Refused();
    }

    /** What became of an object's lines; forgets it. */
    Copied end(int object) {
        Copied copied = objects.remove(object);
        return copied == null ? new Copied.None() : copied;
    }

    /** Whether there are lines in the table whose object has not come. */
    boolean isOpen() {
        return objects.values().stream().anyMatch(Copied.All.class::isInstance);
    }

    /** How much of an object is in the table before it was read. */
    sealed interface Copied {

        /** All that was given. */
        record All(long lines) implements Copied {}

        /** Nothing, because some of its lines are not new. */
        record Refused() implements Copied {}

        /** Nothing was given. */
        record None() implements Copied {}
    }
}
