package io.tillstream.model.feed;

import io.tillstream.model.FeedLine;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is counted or added up over the lines of a file. */
public sealed interface Figure {

    /** What a report calls it. */
    String name();

    /**
     * How many different texts there are.
     *
     * @param text that of a line, if it has one
     */
    record Distinct(String name, Function<FeedLine, @Nullable String> text) implements Figure {}

    /**
     * A sum of whole numbers, exact.
     *
     * @param number that of a line
     */
    record Total(String name, ToLongFunction<FeedLine> number) implements Figure {}

    /**
     * A sum of money, exact.
     *
     * @param amount that of a line
     */
    record Sum(String name, Function<FeedLine, BigDecimal> amount) implements Figure {}
}
