package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandReport;
import io.tillstream.consumers.sink.Position;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows come from that are given again: the two ways to reprocess differ in this alone.
 *
 * @param <U> what is read and given as a whole
 */
interface RowSource<U> {

    /** In the order in which they are to be done, found as they are asked for. */
    Stream<U> units();

    /** How many units at once. */
    int concurrency();

    /** The rows of a unit, read as they are asked for; what is no row is counted and left as it is. */
    Stream<GivenRows> read(U unit);

    /**
     * The effect of these rows is durable.
     *
     * @param refused what the sink will never take, by its place, with the reason
     */
    void finish(GivenRows batch, Map<Position, String> refused);

    /** All rows of the unit are done. */
    void finish(U unit);

    /** What it means that the units cannot be found or read. */
    String outOfReach();

    /** How far it is, in one line; asked by another thread. */
    String progress(Duration elapsed);

    /**
     * What became of the rows.
     *
     * @param last the last unit up to which all are done; null when that is none
     */
    CommandReport report(RunEnding ending, @Nullable U last, Duration elapsed);
}
